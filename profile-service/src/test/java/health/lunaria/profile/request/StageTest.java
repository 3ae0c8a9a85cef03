package health.lunaria.profile.request;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    private static final Instant DUE = Instant.parse("2026-12-25T22:59:59Z");

    @ParameterizedTest
    @CsvSource({
        "OVERDUE, 2026-12-25T22:59:59.999Z, false",
        "OVERDUE, 2026-12-25T23:00:00Z, true",
        "TWO_DAYS, 2026-12-23T22:59:59.999Z, false",
        "TWO_DAYS, 2026-12-23T23:00:00Z, true",
        "SEVEN_DAYS, 2026-12-18T22:59:59.999Z, false",
        "SEVEN_DAYS, 2026-12-18T23:00:00Z, true"
    })
    void aStageBeginsWithinASecond(Stage stage, Instant now, boolean reached) {
        assertThat(DUE.isBefore(stage.reaches(now))).isEqualTo(reached);
    }

    @Test
    void whatIsOverdueIsLate() {
        for (Instant now : new Instant[] {DUE, DUE.plusMillis(999), DUE.plusSeconds(1), DUE.plusSeconds(2)}) {
            assertThat(DUE.isBefore(Stage.OVERDUE.reaches(now))).isEqualTo(WorkingCalendar.isLate(DUE, now));
        }
    }

    @Test
    void stagesFollowOneAnother() {
        assertThat(Stage.CALM.earlier()).isEmpty();
        assertThat(Stage.OVERDUE.earlier()).containsExactly(Stage.CALM, Stage.SEVEN_DAYS, Stage.TWO_DAYS);
    }
}
