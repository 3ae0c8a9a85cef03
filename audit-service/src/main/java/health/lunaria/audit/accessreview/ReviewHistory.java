package health.lunaria.audit.accessreview;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reviews of a time, by pseudonyms: nobody's record is opened. */
@ApplicationScoped
public class ReviewHistory {

    /** How long after one review the next one has to be closed. */
    static final Duration EVERY = Duration.ofDays(90);

    private final ReviewRows reviews;
    private final ItemRows items;

    ReviewHistory(ReviewRows reviews, ItemRows items) {
        this.reviews = reviews;
        this.items = items;
    }

    /** @param closedAt {@code null} while it is open */
    public record PastReview(UUID id, Instant openedAt, Instant closedAt, List<PastDecision> decisions) {}

    /** @param decision {@code null}, as what follows, before it was decided */
    public record PastDecision(
            SubjectRef member, Decision decision, Reason reason, Instant decidedAt, SubjectRef decidedBy) {}

    /** Those that were opened before {@code end} and not closed before {@code start}, the first first. */
    @WithTransaction
    public Uni<List<PastReview>> between(Instant start, Instant end, int limit) {
        return reviews.between(start, end, limit)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(row -> items.of(row.id).map(found -> review(row, found)))
                .collect()
                .asList();
    }

    /** Until when a review had to be closed, as it stood at a time; {@code null} if none had ever been. */
    @WithTransaction
    public Uni<Instant> due(Instant at) {
        return reviews.lastClosed(at).map(row -> row == null ? null : row.closedAt.plus(EVERY));
    }

    private static PastReview review(ReviewRow row, List<ItemRow> found) {
        return new PastReview(
                row.id,
                row.openedAt,
                row.closedAt,
                found.stream().map(ReviewHistory::decision).toList());
    }

    private static PastDecision decision(ItemRow row) {
        return new PastDecision(
                SubjectRef.of(row.member),
                row.decision,
                row.reason,
                row.decidedAt,
                row.decidedBy == null ? null : SubjectRef.of(row.decidedBy));
    }
}
