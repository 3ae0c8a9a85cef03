package health.lunaria.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.safeguards.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24",
        "2026-01-01, 2026-03-31",
        "2025-10-21, 2026-11-24",
        "2000-01-01, 2000-01-01",
    })
    void aPeriodHasItsFirstAndItsLastDay(LocalDate from, LocalDate to) {
        Period period = Period.of(from, to, TODAY);

        assertThat(period.start()).isEqualTo(Instant.parse(from + "T00:00:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse(to.plusDays(1) + "T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-25",
        "2026-11-24, 2026-11-25",
        "2026-11-24, 2026-11-23",
        "2025-10-20, 2026-11-24",
        "1999-12-31, 2000-01-01",
        "-999999999-01-01, +999999999-12-31",
    })
    void whatIsNoneIsRefused(String from, String to) {
        assertThatThrownBy(() -> Period.of(LocalDate.parse(from), LocalDate.parse(to), TODAY))
                .isInstanceOf(ProblemException.class);
    }
}
