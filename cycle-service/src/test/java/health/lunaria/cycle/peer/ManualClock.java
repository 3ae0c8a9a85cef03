package health.lunaria.cycle.peer;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Stands still until a test turns it. */
public final class ManualClock implements Ticker {

    private long nanos;

    @Override
    public long read() {
        return nanos;
    }

    public void turn(Duration forward) {
        nanos += forward.toNanos();
    }
}
