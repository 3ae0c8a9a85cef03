package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;

/**
 * What expires soon or has, the earliest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
@Confidential
record ExpiringResponse(List<Item> expiring, String next) {

    /** @param days the last reminder: 30, 7 or 0 days before the expiry */
    @Confidential
    record Item(String person, Proof.Kind proof, Instant expiresAt, int days) {

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ExpiringResponse[redacted]";
    }
}
