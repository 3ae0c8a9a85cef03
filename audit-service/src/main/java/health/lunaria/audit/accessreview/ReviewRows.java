package health.lunaria.audit.accessreview;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReviewRows implements PanacheRepositoryBase<ReviewRow, UUID> {

    /** Locked to the end of the transaction; {@code null} if there is none. */
    Uni<ReviewRow> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    Uni<Long> countOpen() {
        return count("closedAt is null");
    }

    Uni<List<ReviewRow>> newestFirst(ReviewPosition before, int limit) {
        return find(
                        "openedAt < ?1 or openedAt = ?1 and id < ?2 order by openedAt desc, id desc",
                        before.openedAt(),
                        before.id())
                .page(0, limit)
                .list();
    }

    /** Those that were opened before {@code end} and not closed before {@code start}, the first first. */
    Uni<List<ReviewRow>> between(Instant start, Instant end, int limit) {
        return find("openedAt < ?2 and (closedAt is null or closedAt >= ?1) order by openedAt, id", start, end)
                .page(0, limit)
                .list();
    }

    /** The one that was closed last before a time; {@code null} if none was. */
    Uni<ReviewRow> lastClosed(Instant before) {
        return find("closedAt < ?1 order by closedAt desc", before).firstResult();
    }
}
