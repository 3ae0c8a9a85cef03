package health.lunaria.safeguards.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double with each failure in a row, between two bounds, and vary at random by ± 20 %. Thread-safe. */
public final class BackOff {

    private static final double JITTER = 0.2;
    private static final int MAX_DOUBLINGS = 30;

    private final Duration shortest;
    private final Duration longest;
    private int failures;
    private long pausedUntilNanos = System.nanoTime();

    public BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    public synchronized boolean isPausing() {
        return System.nanoTime() - pausedUntilNanos < 0;
    }

    /** Begins the next pause and tells how long it is. */
    public synchronized Duration next() {
        Duration pause = after(failures);
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        pausedUntilNanos = System.nanoTime() + pause.toNanos();
        return pause;
    }

    /** How long a pause is that follows this many earlier failures, 0 or more; begins none. */
    public Duration after(int earlierFailures) {
        double doubled = shortest.toMillis() * Math.pow(2, Math.min(earlierFailures, MAX_DOUBLINGS));
        double bounded = Math.min(doubled, longest.toMillis());
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis((long) (bounded * factor));
    }

    public synchronized void reset() {
        failures = 0;
        pausedUntilNanos = System.nanoTime();
    }
}
