package health.lunaria.audit.notice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class NoticeRows implements PanacheRepositoryBase<NoticeRow, UUID> {

    /** {@code null} if the incident has none of this id. */
    Uni<NoticeRow> of(UUID incident, UUID id) {
        return find("id = ?1 and incidentId = ?2", id, incident).firstResult();
    }

    /** The same, locked to the end of the transaction. */
    Uni<NoticeRow> locked(UUID incident, UUID id) {
        return find("id = ?1 and incidentId = ?2", id, incident)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<NoticeRow>> of(UUID incident) {
        return list("incidentId = ?1 order by createdAt, id", incident);
    }

    Uni<Long> count(UUID incident) {
        return count("incidentId", incident);
    }
}
