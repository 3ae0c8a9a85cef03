package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which she was asked who she is.
 *
 * @param end {@code null} while it lasts. Until it ends no day counts as stopped: the date that is shown is never too late
 */
@Confidential
record Pause(Instant start, Instant end) {

    boolean isOpen() {
        return end == null;
    }

    long wholeDays() {
        return isOpen() ? 0 : Duration.between(start, end).toDays();
    }

    @Override
    public String toString() {
        return "Pause[redacted]";
    }
}
