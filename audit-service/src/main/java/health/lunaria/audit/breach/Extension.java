package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * More time for one clock.
 *
 * @param clock id of its rule
 * @param statedAt when law enforcement stated it, or when it was decided
 * @param until the new end
 * @param reason who asked for it and why, and where that is kept
 * @param by who recorded it
 */
@Confidential
public record Extension(String clock, Ground ground, Instant statedAt, Instant until, String reason, String by) {

    @Override
    public String toString() {
        return "Extension[redacted]";
    }
}
