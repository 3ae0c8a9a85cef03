package health.lunaria.audit.verify;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often the verifier runs, and how much it reads again. Used by one run at a time. */
final class Pace {

    private static final long MOST_AGAIN = 100L * Scan.PAGE;

    private final VerificationConfig config;
    private final LongSupplier nanoTime;
    private long started;
    private long restUntil;
    private long readAgainAt;

    Pace(VerificationConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
        this.restUntil = nanoTime.getAsLong();
        this.readAgainAt = restUntil;
    }

    boolean isResting() {
        return nanoTime.getAsLong() - restUntil < 0;
    }

    void begin() {
        started = nanoTime.getAsLong();
    }

    void end() {
        long now = nanoTime.getAsLong();
        restUntil = now + (now - started) * config.rest();
    }

    /** How many of this many leaves are due to be read again, since it was asked last. */
    long again(long size) {
        long now = nanoTime.getAsLong();
        Duration since = Duration.ofNanos(now - readAgainAt);
        readAgainAt = now;
        if (size <= config.rereadAllUpTo()) {
            return size;
        }
        double share = (double) since.toNanos() / config.rereadWithin().toNanos();
        return Math.max(Scan.PAGE, Math.min(MOST_AGAIN, (long) Math.ceil(size * share)));
    }
}
