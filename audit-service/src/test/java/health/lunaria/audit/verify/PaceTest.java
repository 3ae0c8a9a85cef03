package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long LARGE = 10_000_000;

    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private final Pace pace = new Pace(TestVerification.settings(200_000, Duration.ofDays(1)), () -> nanos);

    @Test
    void afterARunItRestsFourTimesAsLong() {
        assertThat(pace.isResting()).isFalse();
        pace.begin();
        pass(Duration.ofSeconds(2));
        pace.end();

        assertThat(pace.isResting()).isTrue();
        pass(Duration.ofSeconds(7));
        assertThat(pace.isResting()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(pace.isResting()).isFalse();
    }

    @Test
    void aRunThatDidNotEndIsFollowedByNoRest() {
        pace.begin();
        pass(Duration.ofMinutes(1));

        assertThat(pace.isResting()).isFalse();
        pace.begin();
        pass(Duration.ofSeconds(1));
        pace.end();
        pass(Duration.ofSeconds(5));
        assertThat(pace.isResting()).isFalse();
    }

    @Test
    void aSmallLogIsReadAgainAsAWhole() {
        assertThat(pace.again(0)).isZero();
        assertThat(pace.again(200_000)).isEqualTo(200_000);
    }

    @Test
    void ofALargeLogSoMuchIsReadAgainThatADayIsEnough() {
        long read = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            pass(Duration.ofMinutes(1));
            read += pace.again(LARGE);
        }

        assertThat(read).isBetween(LARGE, LARGE * 11 / 10);
    }

    @Test
    void aRunThatComesLateReadsNoMoreThanARunMay() {
        pass(Duration.ofDays(2));

        assertThat(pace.again(LARGE)).isEqualTo(100 * Scan.PAGE);
    }

    @Test
    void everyRunReadsAtLeastAPage() {
        assertThat(pace.again(200_001)).isEqualTo(Scan.PAGE);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
