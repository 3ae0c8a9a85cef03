package health.lunaria.safeguards.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");

    private final WorkingCalendar brussels = new WorkingCalendar(ZoneId.of("Europe/Brussels"), Set.of(CHRISTMAS));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 1, 2026-11-24",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, 1, 2026-11-30",
        "2026-11-29, 1, 2026-11-30",
        "2026-12-24, 1, 2026-12-28",
        "2026-11-23, 10, 2026-12-07",
        "2026-12-14, 10, 2026-12-29"
    })
    void businessDaysLeaveOutWeekendsAndHolidays(LocalDate start, int days, LocalDate end) {
        assertThat(brussels.businessDayAfter(start, days)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, true", "2026-11-28, false", "2026-11-29, false", "2026-12-25, false", "2025-12-25, true"})
    void aHolidayIsOneOnlyInItsYear(LocalDate day, boolean business) {
        assertThat(brussels.isBusinessDay(day)).isEqualTo(business);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Brussels, 2026-03-29, 2026-03-29T21:59:59Z",
        "Europe/Brussels, 2026-10-25, 2026-10-25T22:59:59Z",
        "Asia/Beirut, 2026-03-28, 2026-03-28T21:59:59Z",
        "UTC, 2026-12-31, 2026-12-31T23:59:59Z"
    })
    void theLastSecondIsThatOfTheZonesDay(ZoneId zone, LocalDate day, Instant last) {
        assertThat(new WorkingCalendar(zone, Set.of()).lastSecond(day)).isEqualTo(last);
    }

    @Test
    void theLastSecondIsInTimeToItsEnd() {
        Instant due = Instant.parse("2026-11-25T22:59:59Z");

        assertThat(WorkingCalendar.isLate(due, Instant.parse("2026-11-25T22:59:59.999Z")))
                .isFalse();
        assertThat(WorkingCalendar.isLate(due, Instant.parse("2026-11-25T23:00:00Z")))
                .isTrue();
    }

    @Test
    void aCalendarWithoutWorkingDaysIsRefused() {
        Set<LocalDate> all = CHRISTMAS.datesUntil(CHRISTMAS.plusDays(3_000)).collect(Collectors.toSet());
        WorkingCalendar closed = new WorkingCalendar(ZoneId.of("UTC"), all);

        assertThatIllegalStateException().isThrownBy(() -> closed.businessDayAfter(CHRISTMAS, 1));
    }
}
