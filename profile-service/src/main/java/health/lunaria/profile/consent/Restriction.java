package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * Whether she restricts the processing of her data (GDPR, Art. 18): it may be kept, read out, exported and erased, and nothing
 * else is done with it.
 *
 * @param since when that was said last; {@code null} if never
 */
@Confidential
record Restriction(boolean restricted, Instant since) {

    static final Restriction NONE = new Restriction(false, null);

    @Override
    public String toString() {
        return "Restriction[redacted]";
    }
}
