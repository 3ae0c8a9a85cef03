package health.lunaria.cycle.consent;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The clock by which consents grow old, moved by a test that need not wait for the time after which they are asked again. */
@Mock
@Singleton
public class ConsentMemory implements Ticker {

    private static final Duration LONGER_THAN_REMEMBERED = Duration.ofSeconds(30);

    private final AtomicLong ahead = new AtomicLong();

    /** From now on every consent is asked for anew. */
    public void forget() {
        ahead.addAndGet(LONGER_THAN_REMEMBERED.toNanos());
    }

    @Override
    public long read() {
        return System.nanoTime() + ahead.get();
    }
}
