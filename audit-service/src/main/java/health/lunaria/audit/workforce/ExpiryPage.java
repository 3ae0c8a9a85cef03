package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * Some of what expires.
 *
 * @param last where the next page goes on; {@code null} if there is none
 */
@Confidential
record ExpiryPage(List<ExpiringResponse.Item> items, ExpiryPosition last) {

    @Override
    public String toString() {
        return "ExpiryPage[redacted]";
    }
}
