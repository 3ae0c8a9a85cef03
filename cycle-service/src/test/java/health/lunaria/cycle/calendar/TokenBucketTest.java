package health.lunaria.cycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final TokenBucket bucket = new TokenBucket(2, Duration.ofSeconds(10), now::get);

    @Test
    void anEmptyBucketGivesNothing() {
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void aTokenComesBackWithItsTimeAndNotBefore() {
        empty();
        pass(Duration.ofSeconds(9));
        assertThat(bucket.take()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void moreThanTheCapacityIsNeverSaved() {
        empty();
        pass(Duration.ofDays(1));
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    private void empty() {
        while (bucket.take()) {}
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
