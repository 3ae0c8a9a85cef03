package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.identity.SubjectRef;
import java.time.Duration;

/**
 * What a worker sees of a task before it takes it.
 *
 * @param givenUp whether it failed only because the attempts ran out
 * @param leaseLeft how long another worker may still have it; zero or less when none has
 */
record Standing(SubjectRef subject, String kind, TaskState state, boolean givenUp, Duration leaseLeft) {

    /** What to do with a message that names the task. */
    Verdict verdict() {
        return switch (state) {
            case WAITING -> Verdict.RUN;
            case RUNNING -> leaseLeft.isNegative() || leaseLeft.isZero() ? Verdict.RUN : Verdict.WAIT;
            case FAILED -> givenUp ? Verdict.RUN : Verdict.FORGET;
            case DONE, CANCELLED -> Verdict.FORGET;
        };
    }

    enum Verdict {
        RUN,
        /** Another worker runs it; if that one dies, the message is needed. */
        WAIT,
        FORGET
    }
}
