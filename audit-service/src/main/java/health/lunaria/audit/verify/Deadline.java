package health.lunaria.audit.verify;

import java.time.Duration;

/** When a run has to end. Counts on a clock that nobody sets. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}
