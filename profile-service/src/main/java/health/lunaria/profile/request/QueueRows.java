package health.lunaria.profile.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class QueueRows implements PanacheRepositoryBase<QueueRow, UUID> {

    Uni<List<QueueRow>> earliestFirst(RequestPosition after, int limit) {
        return find("dueAt > ?1 or dueAt = ?1 and id > ?2 order by dueAt, id", after.time(), after.id())
                .page(0, limit)
                .list();
    }

    Uni<Long> countOf(byte[] subjectRef) {
        return count("id in (select r.id from RequestRow r where r.subjectRef = ?1)", subjectRef);
    }

    /** As many as somebody can have open. */
    Uni<List<UUID>> idsOf(byte[] subjectRef) {
        return find("id in (select r.id from RequestRow r where r.subjectRef = ?1) order by dueAt, id", subjectRef)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }

    /** @return how many came to this stage from an earlier one */
    Uni<Integer> escalate(Stage stage, Instant now) {
        return update("stage = ?1 where dueAt < ?2 and stage in ?3", stage, stage.reaches(now), stage.earlier());
    }

    Uni<Long> countAt(Stage stage) {
        return count("stage", stage);
    }

    Uni<Long> remove(UUID id) {
        return delete("id", id);
    }
}
