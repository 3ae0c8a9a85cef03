package health.lunaria.profile.provider;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;

/**
 * One login that still counts.
 *
 * @param id random, as the {@code sid} of its tokens says
 * @param clients which apps used it, by the names that the provider knows them by
 */
@Confidential
public record LoginSession(String id, Instant startedAt, Instant lastUsedAt, List<String> clients) {

    @Override
    public String toString() {
        return "LoginSession[redacted]";
    }
}
