package health.lunaria.cycle.calendar;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Holds a number of tokens and gets a new one each so often. Thread-safe. */
final class TokenBucket {

    private final int capacity;
    private final long nanosPerToken;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    /** @param nanoTime a monotonic clock */
    TokenBucket(int capacity, Duration perToken, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanosPerToken = perToken.toNanos();
        this.nanoTime = nanoTime;
        this.tokens = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    /** @return whether there was one */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(capacity, tokens + (double) (now - filledAt) / nanosPerToken);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
