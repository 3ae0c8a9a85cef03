package health.lunaria.audit.incident;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class IncidentRows implements PanacheRepositoryBase<IncidentRow, UUID> {

    /** Locked to the end of the transaction; {@code null} if there is none. */
    Uni<IncidentRow> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** The one that this cause has open, locked; {@code null} if there is none. */
    Uni<IncidentRow> lockedOpen(byte[] fingerprint) {
        return find("fingerprint = ?1 and state <> ?2", fingerprint, IncidentState.CLOSED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<IncidentRow>> newestFirst(Position before, int limit) {
        return find(
                        "openedAt < ?1 or openedAt = ?1 and id < ?2 order by openedAt desc, id desc",
                        before.at(),
                        before.id())
                .page(0, limit)
                .list();
    }

    /** Those that were opened before {@code end} and not closed before {@code start}, the first first. */
    Uni<List<IncidentRow>> between(Instant start, Instant end, int limit) {
        return find(
                        "openedAt < ?2 and (openedAt >= ?1 or closedAt is null or closedAt >= ?1)"
                                + " order by openedAt, id",
                        start,
                        end)
                .page(0, limit)
                .list();
    }

    /** Ids of those that nobody acknowledged in time. */
    Uni<List<UUID>> unacknowledged(Instant now, int limit) {
        return find(
                        "select id from IncidentRow where state = ?1 and escalatedAt is null and acknowledgeBy < ?2"
                                + " order by acknowledgeBy",
                        IncidentState.OPEN,
                        now)
                .project(UUID.class)
                .page(0, limit)
                .list();
    }

    Uni<Long> countUnacknowledged() {
        return count("state", IncidentState.OPEN);
    }
}
