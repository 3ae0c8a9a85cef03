package health.lunaria.audit.accessreview;

import java.time.Instant;
import java.util.UUID;

/**
 * A review of who has access.
 *
 * @param closedAt {@code null} while it is open
 */
record AccessReview(UUID id, Instant openedAt, Instant closedAt) {}
