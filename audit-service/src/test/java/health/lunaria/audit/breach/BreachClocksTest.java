package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.BreachClock.Status.DONE;
import static health.lunaria.audit.breach.BreachClock.Status.DONE_LATE;
import static health.lunaria.audit.breach.BreachClock.Status.NOT_BEGUN;
import static health.lunaria.audit.breach.BreachClock.Status.OVERDUE;
import static health.lunaria.audit.breach.BreachClock.Status.RUNNING;
import static health.lunaria.audit.breach.BreachClock.Status.SPARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.audit.breach.BreachClock.Status;
import health.lunaria.audit.breach.Exemption.KeyState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreachClocksTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final BreachClocks clocks = new BreachClocks(ClockRules.standard(), Calendars.standard());

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

    @Test
    void anExtensionMovesItsOwnClockOnly() {
        Instant until = at("2027-02-28T12:00", "America/Los_Angeles");
        Breach extended =
                breach(MONDAY_NOON).with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, until));

        assertThat(clock(extended, "california-persons", until).status()).isEqualTo(RUNNING);
        assertThat(clock(extended, "california-persons", until.plusSeconds(1)).status())
                .isEqualTo(OVERDUE);
        assertThat(clock(extended, "hipaa-persons", MONDAY_NOON).due())
                .isEqualTo(
                        clock(breach(MONDAY_NOON), "hipaa-persons", MONDAY_NOON).due());
    }

    @Test
    void theLatestExtensionCountsWhateverTheirOrder() {
        Instant later = at("2027-03-31T12:00", "America/Los_Angeles");
        Breach extended = breach(MONDAY_NOON)
                .with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, later))
                .with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, later.minusSeconds(86_400)));

        assertThat(clock(extended, "california-persons", MONDAY_NOON).due()).contains(later);
    }

    @Test
    void anExtensionThatEndsBeforeTheLimitTakesNothingAway() {
        Breach breach = breach(MONDAY_NOON);
        Breach extended =
                breach.with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, MONDAY_NOON.plusSeconds(1)));

        assertThat(clock(extended, "california-persons", MONDAY_NOON).due())
                .isEqualTo(clock(breach, "california-persons", MONDAY_NOON).due());
    }

    @ParameterizedTest
    @CsvSource({
        "gdpr-authority, LAW_ENFORCEMENT_WRITTEN", "gdpr-persons, SCOPE_AND_RESTORATION",
        "lgpd-authority, LAW_ENFORCEMENT_WRITTEN", "appi-authority-final, LAW_ENFORCEMENT_WRITTEN",
        "hipaa-persons, SCOPE_AND_RESTORATION", "ftc-hbnr-persons, SCOPE_AND_RESTORATION",
        "hipaa-authority-yearly, LAW_ENFORCEMENT_WRITTEN", "california-persons, LAW_ENFORCEMENT_ORAL",
    })
    void aGroundThatTheRegimeDoesNotKnowExtendsNothing(String clock, Ground ground) {
        Extension extension = extension(clock, ground, MONDAY_NOON.plusSeconds(90L * 86_400));

        assertThat(allows(breach(MONDAY_NOON, affected(499)), extension)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void anOralStatementHoldsForThirtyDays(long beyond, boolean allowed) {
        Instant stated = MONDAY_NOON.plusSeconds(50L * 86_400);
        Instant until = stated.plusSeconds(30L * 86_400 + beyond);
        var extension = new Extension("hipaa-persons", Ground.LAW_ENFORCEMENT_ORAL, stated, until, "r", "s");

        assertThat(allows(breach(MONDAY_NOON), extension)).isEqualTo(allowed);
    }

    @Test
    void anExtensionGivesMoreTimeThanThereIs() {
        Breach breach = breach(MONDAY_NOON);
        Instant due = clock(breach, "california-persons", MONDAY_NOON).due().orElseThrow();

        assertThat(allows(breach, extension("california-persons", Ground.SCOPE_AND_RESTORATION, due)))
                .isFalse();
        assertThat(allows(breach, extension("california-persons", Ground.SCOPE_AND_RESTORATION, due.plusSeconds(1))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gdpr-authority, RUNNING",
        "gdpr-persons, SPARED",
        "uk-gdpr-authority, RUNNING",
        "uk-gdpr-persons, SPARED",
        "hipaa-persons, SPARED",
        "hipaa-authority, SPARED",
        "hipaa-media, SPARED",
        "ftc-hbnr-persons, SPARED",
        "ftc-hbnr-authority, SPARED",
        "ftc-hbnr-media, SPARED",
        "california-persons, SPARED",
        "california-authority, SPARED",
        "lgpd-authority, RUNNING",
        "lgpd-persons, RUNNING",
        "appi-authority-preliminary, SPARED",
        "appi-authority-final, SPARED",
        "appi-persons, SPARED",
    })
    void whatWasUnintelligibleSparesWhereTheLawSaysSo(String clock, Status status) {
        for (KeyState state : List.of(KeyState.DESTROYED, KeyState.NOT_REACHED)) {
            assertThat(clock(exempted(state), clock, MONDAY_NOON).status()).isEqualTo(status);
        }
    }

    @Test
    void keysWithinReachSpareNothing() {
        assertThat(clocks.of(exempted(KeyState.REACHED), MONDAY_NOON))
                .extracting(BreachClock::status)
                .doesNotContain(SPARED);
    }

    @Test
    void whatWasDoneStaysDoneAfterAnExemption() {
        Breach breach = exempted(KeyState.DESTROYED).with(done("hipaa-persons", MONDAY_NOON));

        assertThat(clock(breach, "hipaa-persons", MONDAY_NOON).status()).isEqualTo(DONE);
    }

    @Test
    void aFigureCanBeShortened() {
        var shorter = new BreachClocks(
                ClockRules.standard().with(Map.of("gdpr-authority", 24, "appi-authority-preliminary", 3)),
                Calendars.standard());

        assertThat(shorter.of(breach(MONDAY_NOON), "gdpr-authority", MONDAY_NOON)
                        .orElseThrow()
                        .due())
                .contains(MONDAY_NOON.plusSeconds(86_400));
    }

    @ParameterizedTest
    @CsvSource({"gdpr-authority, 73", "gdpr-authority, 0", "gdpr-authority, -1", "gdpr-persons, 1001", "nothing, 1"})
    void aFigureOfTheLawIsNotLengthened(String clock, int amount) {
        ClockRules rules = ClockRules.standard();

        assertThatThrownBy(() -> rules.with(Map.of(clock, amount))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTargetOfOursCanBeLengthened() {
        assertThat(ClockRules.standard().with(Map.of("gdpr-persons", 96)).find("gdpr-persons"))
                .hasValueSatisfying(rule -> assertThat(rule.limit().amount()).isEqualTo(96));
    }

    @Test
    void everyRuleHasItsOwnNameAndASource() {
        List<ClockRule> rules = ClockRules.standard().all();

        assertThat(rules).extracting(ClockRule::id).doesNotHaveDuplicates();
        assertThat(rules).extracting(ClockRule::source).doesNotContain("");
        assertThat(rules).extracting(ClockRule::regime).contains(Regime.values());
    }

    private boolean allows(Breach breach, Extension extension) {
        return clocks.allows(clock(breach, extension.clock(), MONDAY_NOON), extension);
    }

    private BreachClock clock(Breach breach, String id, Instant now) {
        return clocks.of(breach, id, now).orElseThrow();
    }

    private List<String> ids(Breach breach) {
        return clocks.of(breach, MONDAY_NOON).stream()
                .map(clock -> clock.rule().id())
                .toList();
    }

    private static Breach exempted(KeyState state) {
        return breach(MONDAY_NOON).with(new Exemption(state, "evidence", MONDAY_NOON, "s"));
    }

    private static Breach breach(Instant aware) {
        return breach(aware, Map.of());
    }

    private static Breach breach(Instant aware, Map<Regime, Long> affected) {
        return Breach.declared(new Facts(aware, Set.of(Regime.values()), affected, true, false), aware, "s");
    }

    private static Map<Regime, Long> affected(long persons) {
        Map<Regime, Long> affected = new HashMap<>();
        for (Regime regime : Regime.values()) {
            affected.put(regime, persons);
        }
        return affected;
    }

    private static Done done(String clock, Instant at) {
        return new Done(clock, at, null, "s");
    }

    private static Extension extension(String clock, Ground ground, Instant until) {
        return new Extension(clock, ground, MONDAY_NOON, until, "reason", "s");
    }

    private static Instant at(String wallClock, String zone) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(wallClock), ZoneId.of(zone))
                .toInstant();
    }
}
