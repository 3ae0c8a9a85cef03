package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskRows implements PanacheRepositoryBase<TaskRow, UUID> {

    private static final List<TaskState> UNFINISHED = List.of(TaskState.WAITING, TaskState.RUNNING);

    /** Holds the subject's lock to the end of the transaction, so that two submissions are counted one after the other. */
    Uni<Long> countUnfinished(SubjectRef subject, String kind) {
        return lock(subject)
                .chain(() -> count("subjectRef = ?1 and kind = ?2 and state in ?3", subject.bytes(), kind, UNFINISHED));
    }

    private static Uni<Void> lock(SubjectRef subject) {
        long number = ByteBuffer.wrap(subject.bytes()).getLong();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                        .setParameter(1, number)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** One after the other, and at once, so that the row is there before what refers to it. */
    Uni<Void> insert(TaskRow row) {
        TaskOutboxRow outbox = new TaskOutboxRow(row.id, row.createdAt);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush).chain(() -> session.persist(outbox)));
    }

    Uni<TaskView> of(SubjectRef subject, UUID id) {
        return find("id = ?1 and subjectRef = ?2", id, subject.bytes())
                .project(TaskView.class)
                .firstResult();
    }

    Uni<List<TaskView>> of(SubjectRef subject, String kind, int max) {
        return find("subjectRef = ?1 and kind = ?2", Sort.descending("createdAt"), subject.bytes(), kind)
                .project(TaskView.class)
                .page(0, max)
                .list();
    }

    /** {@code null} if it left nothing. */
    Uni<byte[]> result(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("select result from TaskRow where id = ?1", byte[].class)
                        .setParameter(1, id)
                        .getSingleResultOrNull());
    }

    Uni<Integer> cancel(SubjectRef subject, UUID id, Instant now) {
        return update(
                "state = ?1, leaseUntil = null, updatedAt = ?2 where id = ?3 and subjectRef = ?4 and state in ?5",
                TaskEvent.CANCEL.to(),
                now,
                id,
                subject.bytes(),
                TaskEvent.CANCEL.from());
    }
}
