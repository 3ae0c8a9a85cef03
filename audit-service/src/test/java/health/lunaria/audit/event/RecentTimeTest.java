package health.lunaria.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration TICK = Duration.ofMillis(1);

    @Test
    void reachesFrom366DaysAgoToFiveMinutesAhead() {
        assertThat(isRecent(NOW)).isTrue();
        assertThat(isRecent(NOW.minus(Duration.ofDays(366)))).isTrue();
        assertThat(isRecent(NOW.minus(Duration.ofDays(366)).minus(TICK))).isFalse();
        assertThat(isRecent(NOW.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(isRecent(NOW.plus(Duration.ofMinutes(5)).plus(TICK))).isFalse();
    }

    @Test
    void whatAClockSetBackRefusesIsTakenWhenItIsRightAgain() {
        Instant setBack = NOW.minus(Duration.ofHours(1));

        assertThat(RecentTime.Validator.isRecent(NOW, setBack)).isFalse();
        assertThat(RecentTime.Validator.isRecent(NOW, setBack.plus(Duration.ofMinutes(55))))
                .isTrue();
        assertThat(RecentTime.Validator.isRecent(NOW, NOW)).isTrue();
    }

    @Test
    void theEndsOfTimeAreNotRecent() {
        assertThat(isRecent(Instant.MIN)).isFalse();
        assertThat(isRecent(Instant.MAX)).isFalse();
        assertThat(isRecent(Instant.EPOCH)).isFalse();
    }

    private static boolean isRecent(Instant time) {
        return RecentTime.Validator.isRecent(time, NOW);
    }
}
