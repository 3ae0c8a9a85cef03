package health.lunaria.safeguards.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps key handles for a while, bounded in number and time, and destroys each one when it leaves. A handle that is kept
 * is never lent out itself, only copies of it: an eviction cannot pull a key away under a request. Lifetimes vary at
 * random by ± jitter, so that keys loaded together do not expire together. Counts hits and misses as {@code
 * lunaria.key.cache}. Thread-safe.
 */
final class KeyCache<K, V> {

    private final Cache<K, V> cache;
    private final UnaryOperator<V> copy;
    private final Counter hits;
    private final Counter misses;

    KeyCache(
            String name,
            Lifetime lifetime,
            int maximum,
            UnaryOperator<V> copy,
            Consumer<V> destroy,
            MeterRegistry registry) {
        this.copy = copy;
        this.cache = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfter(Expiry.<K, V>creating((key, value) -> lifetime.next()))
                // Without it an expired key would stay in memory until the next use of the cache.
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener((key, value, cause) -> destroy.accept(value))
                .build();
        this.hits = counter(registry, name, "hit");
        this.misses = counter(registry, name, "miss");
    }

    /** A lifetime that varies at random by a share of itself. */
    record Lifetime(Duration mean, double jitter) {

        Lifetime {
            if (mean.isNegative() || mean.isZero() || jitter < 0 || jitter > 0.5) {
                throw new IllegalArgumentException("A lifetime is positive and its jitter between 0 and 0.5");
            }
        }

        Duration next() {
            double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
            return Duration.ofNanos((long) (mean.toNanos() * factor));
        }
    }

    /** A copy that belongs to the caller, or nothing if the key is not here (any more). */
    Optional<V> copyOf(K key) {
        Optional<V> found = Optional.ofNullable(cache.getIfPresent(key)).flatMap(this::tryCopy);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    /** Keeps a copy of the handle, which stays the caller's. */
    void keep(K key, V value) {
        cache.put(key, copy.apply(value));
    }

    /** Forgets the key and destroys what was kept; copies that were lent stay whole. */
    void evict(K key) {
        cache.invalidate(key);
    }

    /** Forgets all keys. */
    void evictAll() {
        cache.invalidateAll();
    }

    private Optional<V> tryCopy(V kept) {
        try {
            return Optional.of(copy.apply(kept));
        } catch (IllegalStateException evictedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String outcome) {
        return Counter.builder("lunaria.key.cache")
                .description("Look-ups of keys in memory")
                .tag("cache", name)
                .tag("outcome", outcome)
                .register(registry);
    }
}
