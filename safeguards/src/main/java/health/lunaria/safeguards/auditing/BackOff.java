package health.lunaria.safeguards.auditing;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double with each failure in a row, between two bounds, and vary at random by ± 20 %. Thread-safe. */
final class BackOff {

    private static final double JITTER = 0.2;
    private static final int MAX_DOUBLINGS = 30;

    private final Duration shortest;
    private final Duration longest;
    private int failures;
    private long pausedUntilNanos = System.nanoTime();

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    synchronized boolean isPausing() {
        return System.nanoTime() - pausedUntilNanos < 0;
    }

    /** Begins the next pause and tells how long it is. */
    synchronized Duration next() {
        double doubled = shortest.toMillis() * Math.pow(2, Math.min(failures++, MAX_DOUBLINGS));
        double bounded = Math.min(doubled, longest.toMillis());
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration pause = Duration.ofMillis((long) (bounded * factor));
        pausedUntilNanos = System.nanoTime() + pause.toNanos();
        return pause;
    }

    synchronized void reset() {
        failures = 0;
        pausedUntilNanos = System.nanoTime();
    }
}
