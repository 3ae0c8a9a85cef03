package health.lunaria.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.protection.RateLimiter.Quota;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private long now;
    private final RateLimiter limiter = new RateLimiter(2, 4, 3, () -> now);

    @Test
    void aBurstIsAllowedAndThenRefused() {
        for (int i = 0; i < 4; i++) {
            assertThat(limiter.take("a").allowed()).isTrue();
        }
        Quota refused = limiter.take("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.field()).isEqualTo("\"address\";r=0;t=2");
        assertThat(refused.retryAfter()).isEqualTo(2);
    }

    @Test
    void tokensComeBackAtTheRateAndNoFurtherThanTheBurst() {
        exhaust("a");
        pass(Duration.ofMillis(499));
        assertThat(limiter.take("a").allowed()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(limiter.take("a").allowed()).isTrue();
        assertThat(limiter.take("a").allowed()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(limiter.take("a").remaining()).isEqualTo(3);
    }

    @Test
    void addressesDoNotShareTokens() {
        exhaust("a");
        assertThat(limiter.take("b").allowed()).isTrue();
    }

    @Test
    void theTableIsBoundedAndForgetsWhoWasNotSeenForLongest() {
        exhaust("a");
        exhaust("b");
        exhaust("c");
        limiter.take("a");
        limiter.take("d");
        assertThat(limiter.take("a").allowed()).isFalse();
        assertThat(limiter.take("b").allowed()).isTrue();
    }

    @Test
    void thePolicyTellsTheBurstAndTheTimeThatFillsIt() {
        assertThat(limiter.policy()).isEqualTo("\"address\";q=4;w=2");
        assertThat(limiter.take("a").field()).isEqualTo("\"address\";r=3;t=1");
    }

    private void exhaust(String address) {
        for (int i = 0; i < 4; i++) {
            limiter.take(address);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
