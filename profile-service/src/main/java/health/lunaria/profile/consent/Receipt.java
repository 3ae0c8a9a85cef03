package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.UUID;

/**
 * What somebody can show of her decision.
 *
 * @param statement JSON; see {@link ReceiptStatement}
 * @param jws the statement, signed (RFC 7515, compact); {@code null} while there is no signature
 */
@Confidential
record Receipt(UUID id, String statement, String jws) {

    @Override
    public String toString() {
        return "Receipt[redacted]";
    }
}
