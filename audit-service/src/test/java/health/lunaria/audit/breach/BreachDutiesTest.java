package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.BreachClock.Status.NOT_BEGUN;
import static health.lunaria.audit.breach.BreachClock.Status.OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to be told of which breach, and what one telling does to another. */
class BreachDutiesTest extends ClockScene {

    @ParameterizedTest
    @CsvSource({
        "hipaa-authority, 499, false", "hipaa-authority, 500, true",
        "hipaa-authority-yearly, 499, true", "hipaa-authority-yearly, 500, false",
        "hipaa-media, 500, false", "hipaa-media, 501, true",
        "ftc-hbnr-authority, 499, false", "ftc-hbnr-authority, 500, true",
        "ftc-hbnr-authority-yearly, 499, true", "ftc-hbnr-authority-yearly, 500, false",
        "ftc-hbnr-media, 499, false", "ftc-hbnr-media, 500, true",
        "california-authority, 500, false", "california-authority, 501, true",
        "california-persons, 1, true", "gdpr-authority, 0, true",
    })
    void howManyAreAffectedDecides(String clock, long persons, boolean applies) {
        assertThat(clocks.of(breach(MONDAY_NOON, affected(persons)), clock, MONDAY_NOON)
                        .isPresent())
                .isEqualTo(applies);
    }

    @Test
    void whileTheirNumberIsUnknownEveryRuleHolds() {
        assertThat(ids(breach(MONDAY_NOON)))
                .contains("hipaa-authority", "hipaa-authority-yearly", "hipaa-media", "california-authority");
    }

    @Test
    void onlyRegimesThatApplyHaveClocks() {
        Facts facts = new Facts(MONDAY_NOON, Set.of(Regime.GDPR), Map.of(), true, false);

        assertThat(ids(Breach.declared(facts, MONDAY_NOON, "s"))).containsExactly("gdpr-authority", "gdpr-persons");
    }

    @ParameterizedTest
    @EnumSource(
            value = Regime.class,
            names = {"GDPR", "UK_GDPR"})
    void withoutHighRiskPersonsNeedNotBeTold(Regime regime) {
        Facts facts = new Facts(MONDAY_NOON, Set.of(regime), Map.of(), false, false);

        assertThat(clocks.of(Breach.declared(facts, MONDAY_NOON, "s"), MONDAY_NOON))
                .extracting(clock -> clock.rule().addressee())
                .containsExactly(Addressee.AUTHORITY);
    }

    @Test
    void aMaliciousActGivesTheFinalReportTwiceTheTime() {
        Facts facts = new Facts(at("2026-11-24T09:00", "Asia/Tokyo"), Set.of(Regime.APPI), Map.of(), false, true);
        Breach breach = Breach.declared(facts, MONDAY_NOON, "s");

        assertThat(ids(breach)).contains("appi-authority-final-malice").doesNotContain("appi-authority-final");
        assertThat(clock(breach, "appi-authority-final-malice", MONDAY_NOON).due())
                .contains(at("2027-01-22T23:59:59", "Asia/Tokyo"));
    }

    @Test
    void theAttorneyGeneralsDaysBeginWhenResidentsAreTold() {
        Breach breach = breach(at("2026-11-02T09:00", "America/Los_Angeles"));
        assertThat(clock(breach, "california-authority", MONDAY_NOON.plusSeconds(100_000_000))
                        .status())
                .isEqualTo(NOT_BEGUN);

        Breach told = breach.with(done("california-persons", at("2026-11-20T23:30", "America/Los_Angeles")));
        Instant last = at("2026-12-05T23:59:59", "America/Los_Angeles");
        assertThat(clock(told, "california-authority", last).due()).contains(last);
        assertThat(clock(told, "california-authority", last.plusSeconds(1)).status())
                .isEqualTo(OVERDUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hipaa", "ftc-hbnr"})
    void theAuthorityIsToldOnTheDayOnWhichPersonsAre(String regime) {
        Breach breach = breach(at("2026-11-02T09:00", "America/New_York"));
        Breach told = breach.with(done(regime + "-persons", at("2026-11-10T09:00", "America/New_York")));

        assertThat(clock(told, regime + "-authority", MONDAY_NOON).due())
                .contains(at("2026-11-10T23:59:59", "America/New_York"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hipaa", "ftc-hbnr"})
    void personsToldTooLateGiveTheAuthorityNoMoreTime(String regime) {
        Breach breach = breach(at("2026-11-02T09:00", "America/New_York"));
        Breach told = breach.with(done(regime + "-persons", at("2027-05-10T09:00", "America/New_York")));

        assertThat(clock(told, regime + "-authority", MONDAY_NOON).due())
                .contains(at("2027-01-01T23:59:59", "America/New_York"));
    }

    @Test
    void personsToldUnderOneRegimeAreNotToldUnderAnother() {
        Breach told = breach(MONDAY_NOON).with(done("hipaa-persons", MONDAY_NOON.plusSeconds(60)));

        assertThat(clock(told, "ftc-hbnr-authority", MONDAY_NOON).due())
                .isEqualTo(clock(breach(MONDAY_NOON), "ftc-hbnr-authority", MONDAY_NOON)
                        .due());
        assertThat(clock(told, "california-authority", MONDAY_NOON).status()).isEqualTo(NOT_BEGUN);
    }
}
