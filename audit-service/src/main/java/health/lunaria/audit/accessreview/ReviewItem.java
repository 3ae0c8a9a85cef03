package health.lunaria.audit.accessreview;

import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.UUID;

/**
 * A member in a review.
 *
 * @param ref the register's pseudonym of her
 * @param decision {@code null}, as what follows, before it was decided
 * @param decidedBy the register's pseudonym of who decided
 */
@Confidential
record ReviewItem(
        UUID id,
        SubjectRef ref,
        ReviewedMember member,
        Decision decision,
        Reason reason,
        Instant decidedAt,
        SubjectRef decidedBy) {

    @Override
    public String toString() {
        return "ReviewItem[redacted]";
    }
}
