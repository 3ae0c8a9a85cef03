package health.lunaria.safeguards.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void doesNotPauseBeforeAFailure() {
        assertThat(backOff.isPausing()).isFalse();
    }

    @Test
    void doublesWithEachFailureUpToItsBound() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertThat(backOff.next()).isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
        }
        assertThat(backOff.isPausing()).isTrue();
    }

    @Test
    void staysAtItsBoundHoweverOftenItFails() {
        for (int i = 0; i < 10_000; i++) {
            backOff.next();
        }
        assertThat(backOff.next()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }

    @Test
    void varies() {
        assertThat(Stream.generate(() -> new BackOff(Duration.ofMinutes(1), Duration.ofHours(1)).next())
                        .limit(50)
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void startsAnewAfterASuccess() {
        backOff.next();
        backOff.next();
        backOff.next();

        backOff.reset();

        assertThat(backOff.isPausing()).isFalse();
        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void thePauseEndsByItself() {
        BackOff brief = new BackOff(Duration.ofMillis(10), Duration.ofMillis(10));
        brief.next();

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (brief.isPausing()) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void tellsAPauseWithoutBeginningOne() {
        assertThat(backOff.after(0)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
        assertThat(backOff.after(3)).isBetween(Duration.ofMillis(6400), Duration.ofMillis(9600));
        assertThat(backOff.after(Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofSeconds(36));
        assertThat(backOff.isPausing()).isFalse();
    }
}
