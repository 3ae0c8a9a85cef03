package health.lunaria.audit.evidence;

import health.lunaria.audit.accessreview.Decision;
import health.lunaria.audit.accessreview.Reason;
import health.lunaria.audit.accessreview.ReviewHistory;
import health.lunaria.audit.accessreview.ReviewHistory.PastDecision;
import health.lunaria.audit.accessreview.ReviewHistory.PastReview;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The access reviews that were open in the period, and whether one was overdue at its end. */
@ApplicationScoped
class AccessReviewPart implements EvidencePart {

    private static final int MOST = 100;

    private final ReviewHistory reviews;
    private final Clock clock;

    AccessReviewPart(ReviewHistory reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * @param due until when the next review had to be closed; left out if there had been none, which is overdue too
     * @param overdue at the end of the period, or now if that is earlier
     */
    record Content(Instant due, boolean overdue, List<Review> reviews) {}

    record Review(UUID review, Instant openedAt, Instant closedAt, List<Item> decisions) {

        static Review from(PastReview review) {
            return new Review(
                    review.id(),
                    review.openedAt(),
                    review.closedAt(),
                    review.decisions().stream().map(Item::from).toList());
        }
    }

    record Item(
            String staff,
            Decision decision,
            Reason reason,
            Instant decidedAt,
            String decidedBy,
            boolean toBeCarriedOut) {

        static Item from(PastDecision item) {
            return new Item(
                    StaffId.of(item.member()),
                    item.decision(),
                    item.reason(),
                    item.decidedAt(),
                    item.decidedBy() == null ? null : StaffId.of(item.decidedBy()),
                    item.decision() == Decision.REVOKE);
        }
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        Instant now = clock.instant();
        Instant at = now.isBefore(period.end()) ? now : period.end();
        return reviews.between(period.start(), period.end(), MOST + 1)
                .map(found -> EvidencePart.allOf(found, MOST))
                .chain(found -> reviews.due(at).map(due -> List.of(file(found, due, at))));
    }

    private static EvidenceFile file(List<PastReview> found, Instant due, Instant at) {
        boolean overdue = due == null || due.isBefore(at);
        return JsonFile.of(
                "access-reviews/access-reviews.json",
                new Content(due, overdue, found.stream().map(Review::from).toList()));
    }
}
