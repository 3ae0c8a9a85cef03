package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.lunaria.safeguards.encryption.KeyCache.Lifetime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCacheTest {

    private static final Lifetime LONG = new Lifetime(Duration.ofHours(1), 0);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final List<KeyMaterial> destroyed = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstDestruction = new CountDownLatch(1);

    @Test
    void givesCopiesThatBelongToTheCaller() {
        var cache = cache(LONG, 10);
        cache.keep("a", TestKeys.material(7));

        cache.copyOf("a").orElseThrow().destroy();

        assertThat(cache.copyOf("a").orElseThrow().reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(7));
    }

    @Test
    void keepsACopyWhichOutlivesTheOneGiven() {
        var cache = cache(LONG, 10);
        KeyMaterial given = TestKeys.material(7);
        cache.keep("a", given);
        given.destroy();

        assertThat(cache.copyOf("a").orElseThrow().reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(7));
        assertThat(destroyed).isEmpty();
    }

    @Test
    void doesNotGiveAnothersKey() {
        var cache = cache(LONG, 10);
        cache.keep("a", TestKeys.material(7));

        assertThat(cache.copyOf("b")).isEmpty();
    }

    @Test
    void destroysAKeyThatIsReplacedButNoCopyOfIt() {
        var cache = cache(LONG, 10);
        cache.keep("a", TestKeys.material(7));
        KeyMaterial lent = cache.copyOf("a").orElseThrow();

        cache.keep("a", TestKeys.material(8));

        assertThat(destroyed).singleElement().matches(KeyMaterial::isDestroyed);
        assertThat(lent.isDestroyed()).isFalse();
        assertThat(cache.copyOf("a").orElseThrow().reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(8));
    }

    @Test
    void holdsNoMoreThanItsMaximumAndDestroysTheRest() {
        var cache = cache(LONG, 5);
        for (int i = 0; i < 50; i++) {
            cache.keep("key " + i, TestKeys.material(i));
        }

        long kept = Stream.iterate(0, i -> i < 50, i -> i + 1)
                .filter(i -> cache.copyOf("key " + i).isPresent())
                .count();
        assertThat(kept).isLessThanOrEqualTo(5);
        assertThat(destroyed).hasSizeGreaterThanOrEqualTo(45).allMatch(KeyMaterial::isDestroyed);
    }

    /** Nobody touches the cache after the key was put there: its time alone must end it. */
    @Test
    void destroysAKeyWhoseLifetimeIsOver() throws InterruptedException {
        var cache = cache(new Lifetime(Duration.ofMillis(50), 0.2), 10);
        cache.keep("a", TestKeys.material(7));

        assertThat(firstDestruction.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(destroyed).singleElement().matches(KeyMaterial::isDestroyed);
        assertThat(cache.copyOf("a")).isEmpty();
    }

    @Test
    void anEvictionInTheMiddleOfALookUpIsAMiss() {
        var cache = new KeyCache<String, KeyMaterial>(
                "test", LONG, 10, key -> key.isDestroyed() ? key.copy() : key, KeyMaterial::destroy, registry);
        KeyMaterial kept = TestKeys.material(7);
        cache.keep("a", kept);
        kept.destroy();

        assertThat(cache.copyOf("a")).isEmpty();
    }

    @Test
    void destroysAKeyThatIsEvictedButNoCopyOfIt() {
        var cache = cache(LONG, 10);
        cache.keep("a", TestKeys.material(7));
        cache.keep("b", TestKeys.material(8));
        KeyMaterial lent = cache.copyOf("a").orElseThrow();

        cache.evict("a");
        cache.evict("never kept");

        assertThat(destroyed).singleElement().matches(KeyMaterial::isDestroyed);
        assertThat(lent.isDestroyed()).isFalse();
        assertThat(cache.copyOf("a")).isEmpty();
        assertThat(cache.copyOf("b")).isPresent();
    }

    @Test
    void destroysAllKeysWhenAllAreEvicted() {
        var cache = cache(LONG, 10);
        cache.keep("a", TestKeys.material(7));
        cache.keep("b", TestKeys.material(8));

        cache.evictAll();

        assertThat(destroyed).hasSize(2).allMatch(KeyMaterial::isDestroyed);
        assertThat(cache.copyOf("b")).isEmpty();
    }

    @Test
    void countsHitsAndMisses() {
        var cache = cache(LONG, 10);
        cache.copyOf("a");
        cache.keep("a", TestKeys.material(7));
        cache.copyOf("a");
        cache.copyOf("a");

        assertThat(count("miss")).isEqualTo(1);
        assertThat(count("hit")).isEqualTo(2);
    }

    @Test
    void lifetimesVaryWithinTheirJitterAndNotBeyond() {
        Lifetime lifetime = new Lifetime(Duration.ofSeconds(100), 0.2);
        List<Duration> drawn = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            drawn.add(lifetime.next());
        }

        assertThat(drawn)
                .allMatch(one -> one.compareTo(Duration.ofSeconds(80)) >= 0)
                .allMatch(one -> one.compareTo(Duration.ofSeconds(120)) <= 0)
                .anyMatch(one -> one.compareTo(Duration.ofSeconds(90)) < 0)
                .anyMatch(one -> one.compareTo(Duration.ofSeconds(110)) > 0);
        assertThat(new Lifetime(Duration.ofSeconds(100), 0).next()).isEqualTo(Duration.ofSeconds(100));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0.2", "PT-1S, 0.2", "PT1M, -0.01", "PT1M, 0.51", "PT1M, 1"})
    void refusesALifetimeThatCannotBe(Duration mean, double jitter) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetime(mean, jitter));
    }

    private double count(String outcome) {
        return registry.counter("lunaria.key.cache", "cache", "test", "outcome", outcome)
                .count();
    }

    private KeyCache<String, KeyMaterial> cache(Lifetime lifetime, int maximum) {
        return new KeyCache<>(
                "test",
                lifetime,
                maximum,
                KeyMaterial::copy,
                key -> {
                    key.destroy();
                    destroyed.add(key);
                    firstDestruction.countDown();
                },
                registry);
    }
}
