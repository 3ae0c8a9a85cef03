package health.lunaria.audit.accessreview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The newest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
record AccessReviewsResponse(List<Item> reviews, String next) {

    static AccessReviewsResponse of(List<AccessReview> reviews, String next) {
        return new AccessReviewsResponse(reviews.stream().map(Item::from).toList(), next);
    }

    /** @param closedAt left out while it is open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(UUID id, Instant openedAt, Instant closedAt) {

        static Item from(AccessReview review) {
            return new Item(review.id(), review.openedAt(), review.closedAt());
        }
    }
}
