package health.lunaria.cycle.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often feeds are read, per replica. An address that was found here before has a bound of its own, for calendar apps that
 * poll too often: each reading is a line in her access log. All others, wrong ones above all, share one, so that guessing
 * costs the database little, and takes nothing from the feeds that are known. The gateway's bound per client comes before.
 */
@ApplicationScoped
class FeedBounds {

    static final int READINGS_AT_ONCE = 10;
    static final Duration PER_READING = Duration.ofMinutes(5);
    static final int STRANGERS_AT_ONCE = 100;
    static final Duration PER_STRANGER = Duration.ofMillis(50);

    private static final int FEEDS_REMEMBERED = 100_000;
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final LongSupplier nanoTime;
    private final TokenBucket strangers;
    private final Cache<ByteBuffer, TokenBucket> known = Caffeine.newBuilder()
            .maximumSize(FEEDS_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    @Inject
    FeedBounds() {
        this(System::nanoTime);
    }

    FeedBounds(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.strangers = new TokenBucket(STRANGERS_AT_ONCE, PER_STRANGER, nanoTime);
    }

    /** Whether the address may be looked up now. */
    boolean admit(byte[] secretRef) {
        TokenBucket own = known.getIfPresent(ByteBuffer.wrap(secretRef));
        return own == null ? strangers.take() : own.take();
    }

    /** Tells what a look-up found. */
    void lookedUp(byte[] secretRef, boolean found) {
        ByteBuffer address = ByteBuffer.wrap(secretRef);
        if (found) {
            known.get(address, added -> new TokenBucket(READINGS_AT_ONCE, PER_READING, nanoTime));
        } else {
            known.invalidate(address);
        }
    }
}
