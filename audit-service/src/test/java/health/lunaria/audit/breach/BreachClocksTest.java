package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.BreachClock.Status.DONE;
import static health.lunaria.audit.breach.BreachClock.Status.DONE_LATE;
import static health.lunaria.audit.breach.BreachClock.Status.OVERDUE;
import static health.lunaria.audit.breach.BreachClock.Status.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second in time. */
class BreachClocksTest extends ClockScene {

    /** The zone stands beside what the clock on the wall says there; the last second in time is the one in the last column. */
    @ParameterizedTest
    @CsvSource({
        // 72 hours are hours: over a weekend, over New Year, over both changes of the clock, on a leap day
        "gdpr-authority, UTC, 2026-11-27T18:00, 2026-11-30T18:00",
        "gdpr-authority, UTC, 2026-12-31T23:59:59, 2027-01-03T23:59:59",
        "gdpr-authority, Europe/Brussels, 2026-03-28T12:00, 2026-03-31T13:00",
        "gdpr-authority, Europe/Brussels, 2026-10-24T12:00, 2026-10-27T11:00",
        "gdpr-authority, UTC, 2028-02-28T06:30, 2028-03-02T06:30",
        "uk-gdpr-authority, Europe/London, 2026-03-28T12:00, 2026-03-31T13:00",
        "gdpr-persons, UTC, 2026-11-27T18:00, 2026-11-30T18:00",
        "uk-gdpr-persons, UTC, 2026-11-27T18:00, 2026-11-30T18:00",
        // 60 calendar days: the first is not counted, to the end of the last, whatever the hour
        "hipaa-persons, America/New_York, 2026-11-24T00:00, 2027-01-23T23:59:59",
        "hipaa-persons, America/New_York, 2026-11-24T23:59:59, 2027-01-23T23:59:59",
        "hipaa-persons, America/New_York, 2026-11-25T00:00, 2027-01-24T23:59:59",
        "hipaa-authority, America/New_York, 2027-12-31T12:00, 2028-02-29T23:59:59",
        "hipaa-media, America/New_York, 2028-01-01T12:00, 2028-03-01T23:59:59",
        "ftc-hbnr-persons, America/New_York, 2026-12-31T12:00, 2027-03-01T23:59:59",
        "ftc-hbnr-authority, America/New_York, 2026-01-31T12:00, 2026-04-01T23:59:59",
        "ftc-hbnr-media, America/New_York, 2026-01-31T12:00, 2026-04-01T23:59:59",
        // 30 calendar days, with a last day of 23 and of 25 hours
        "california-persons, America/Los_Angeles, 2026-02-06T08:00, 2026-03-08T23:59:59",
        "california-persons, America/Los_Angeles, 2026-10-02T08:00, 2026-11-01T23:59:59",
        "california-persons, America/Los_Angeles, 2028-01-31T08:00, 2028-03-01T23:59:59",
        "california-persons, America/Los_Angeles, 2027-01-31T08:00, 2027-03-02T23:59:59",
        // 3 business days, from each day of a week
        "lgpd-authority, America/Sao_Paulo, 2026-11-23T09:00, 2026-11-26T23:59:59",
        "lgpd-authority, America/Sao_Paulo, 2026-11-24T09:00, 2026-11-27T23:59:59",
        "lgpd-authority, America/Sao_Paulo, 2026-11-25T09:00, 2026-11-30T23:59:59",
        "lgpd-authority, America/Sao_Paulo, 2026-11-26T09:00, 2026-12-01T23:59:59",
        "lgpd-authority, America/Sao_Paulo, 2026-11-27T23:59:59, 2026-12-02T23:59:59",
        "lgpd-persons, America/Sao_Paulo, 2026-11-28T09:00, 2026-12-02T23:59:59",
        "lgpd-persons, America/Sao_Paulo, 2026-11-29T09:00, 2026-12-02T23:59:59",
        // the day of awareness is the first
        "appi-authority-preliminary, Asia/Tokyo, 2026-11-24T09:00, 2026-11-28T23:59:59",
        "appi-authority-preliminary, Asia/Tokyo, 2028-02-26T09:00, 2028-03-01T23:59:59",
        "appi-authority-final, Asia/Tokyo, 2026-11-24T00:00, 2026-12-23T23:59:59",
        "appi-authority-final, Asia/Tokyo, 2028-02-01T23:59:59, 2028-03-01T23:59:59",
        "appi-persons, Asia/Tokyo, 2026-11-24T09:00, 2026-11-29T09:00",
    })
    void theLastSecondInTime(String clock, String zone, String aware, String due) {
        Breach breach = breach(at(aware, zone));
        Instant last = at(due, zone);

        assertThat(clock(breach, clock, last).due()).contains(last);
        assertThat(clock(breach, clock, last).status()).isEqualTo(RUNNING);
        assertThat(clock(breach, clock, last.plusMillis(999)).status()).isEqualTo(RUNNING);
        assertThat(clock(breach, clock, last.plusSeconds(1)).status()).isEqualTo(OVERDUE);
        assertThat(clock(breach.with(done(clock, last)), clock, last.plusSeconds(1))
                        .status())
                .isEqualTo(DONE);
        assertThat(clock(breach.with(done(clock, last.plusSeconds(1))), clock, last.plusSeconds(2))
                        .status())
                .isEqualTo(DONE_LATE);
    }

    @Test
    void awarenessBelongsToTheDayOfTheAuthority() {
        Breach breach = breach(Instant.parse("2026-11-24T02:00:00Z"));

        assertThat(clock(breach, "california-persons", MONDAY_NOON).due())
                .contains(at("2026-12-23T23:59:59", "America/Los_Angeles"));
        assertThat(clock(breach, "appi-authority-final", MONDAY_NOON).due())
                .contains(at("2026-12-23T23:59:59", "Asia/Tokyo"));
    }

    @Test
    void fractionsOfASecondDoNotMoveTheLimit() {
        assertThat(clock(breach(MONDAY_NOON.plusMillis(999)), "gdpr-authority", MONDAY_NOON)
                        .due())
                .contains(Instant.parse("2026-11-26T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-26T23:59:59",
        "2026-11-24, 2026-11-27T23:59:59",
        "2026-11-26, 2026-11-27T23:59:59",
        "2026-11-27, 2026-11-26T23:59:59",
        "2026-11-28, 2026-11-26T23:59:59",
    })
    void aHolidayWithinTheLimitIsNoBusinessDay(LocalDate holiday, String due) {
        var calendars = new Calendars(Map.of(), Map.of(Regime.LGPD, Set.of(holiday)));
        var withHoliday = new BreachClocks(ClockRules.standard(), calendars);
        Breach breach = breach(at("2026-11-23T09:00", "America/Sao_Paulo"));

        assertThat(withHoliday
                        .of(breach, "lgpd-authority", MONDAY_NOON)
                        .orElseThrow()
                        .due())
                .contains(at(due, "America/Sao_Paulo"));
    }

    @Test
    void holidaysOfOneRegimeDoNotMoveAnother() {
        var calendars = new Calendars(Map.of(), Map.of(Regime.APPI, Set.of(LocalDate.of(2026, 11, 24))));
        var withHoliday = new BreachClocks(ClockRules.standard(), calendars);
        Breach breach = breach(at("2026-11-23T09:00", "America/Sao_Paulo"));

        assertThat(withHoliday.of(breach, MONDAY_NOON))
                .usingRecursiveComparison()
                .isEqualTo(clocks.of(breach, MONDAY_NOON));
    }

    @Test
    void aZoneCanBeConfigured() {
        var calendars = new Calendars(Map.of(Regime.HIPAA, ZoneId.of("Pacific/Honolulu")), Map.of());
        var inHawaii = new BreachClocks(ClockRules.standard(), calendars);

        assertThat(inHawaii.of(breach(MONDAY_NOON), "hipaa-persons", MONDAY_NOON)
                        .orElseThrow()
                        .due())
                .contains(at("2027-01-22T23:59:59", "Pacific/Honolulu"));
    }

    @ParameterizedTest
    @CsvSource({
        "hipaa-authority-yearly, 2026-01-01T00:00, 2027-03-01T23:59:59",
        "hipaa-authority-yearly, 2026-12-31T23:59:59, 2027-03-01T23:59:59",
        "hipaa-authority-yearly, 2027-01-01T00:00, 2028-02-29T23:59:59",
        "ftc-hbnr-authority-yearly, 2027-06-30T12:00, 2028-02-29T23:59:59",
    })
    void aSmallBreachIsReportedAfterTheYear(String clock, String aware, String due) {
        Breach breach = breach(at(aware, "America/New_York"), affected(499));

        assertThat(clock(breach, clock, MONDAY_NOON).due()).contains(at(due, "America/New_York"));
    }
}
