package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one duty.
 *
 * @param due the last second in time, extensions included; empty while the limit has not begun
 * @param done when, if it was
 */
@Confidential
public record BreachClock(ClockRule rule, Status status, Optional<Instant> due, Optional<Instant> done) {

    /** In JSON by name, never renamed. */
    public enum Status {
        /** Begins when the persons are told. */
        NOT_BEGUN,
        RUNNING,
        OVERDUE,
        DONE,
        DONE_LATE,
        /** The data was unintelligible. */
        SPARED
    }

    /** Whether nothing is left to do. */
    boolean isDone() {
        return status == Status.DONE || status == Status.DONE_LATE || status == Status.SPARED;
    }

    @Override
    public String toString() {
        return "BreachClock[redacted]";
    }
}
