package health.lunaria.audit.blastradius;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** From a time, included, to another, not included: up to 31 days. Ids of events are UUIDs of version 7 and tell the time. */
record TimeRange(Instant from, Instant to) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /** @throws ProblemException 400 {@code invalid-field} */
    TimeRange {
        if (!from.isBefore(to)) {
            throw refused("before-from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw refused("too-long");
        }
    }

    /** The lowest id of an event at the beginning. */
    UUID first() {
        return lowest(from);
    }

    /** The lowest id of an event that is too late. */
    UUID end() {
        return lowest(to);
    }

    private static UUID lowest(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("to", reason));
    }
}
