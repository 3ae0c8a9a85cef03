package health.lunaria.audit.accessreview;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A review and some of its members.
 *
 * @param closedAt left out while it is open
 * @param next cursor of the next members; left out with the last ones
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessReviewResponse(UUID id, Instant openedAt, Instant closedAt, List<Item> items, String next) {

    static AccessReviewResponse of(AccessReview review, List<ReviewItem> items, String next) {
        return new AccessReviewResponse(
                review.id(),
                review.openedAt(),
                review.closedAt(),
                items.stream().map(Item::from).toList(),
                next);
    }

    /**
     * @param standing {@code good}, or what she lacked when the review was opened
     * @param toBeCarriedOut whether her access is to be taken away, which is done where access is given
     */
    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID item,
            String person,
            StaffRole role,
            String standing,
            Decision decision,
            Reason reason,
            Instant decidedAt,
            boolean toBeCarriedOut) {

        static Item from(ReviewItem item) {
            ReviewedMember member = item.member();
            return new Item(
                    item.id(),
                    member.person(),
                    member.role(),
                    member.standing(),
                    item.decision(),
                    item.reason(),
                    item.decidedAt(),
                    item.decision() == Decision.REVOKE);
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AccessReviewResponse[redacted]";
    }
}
