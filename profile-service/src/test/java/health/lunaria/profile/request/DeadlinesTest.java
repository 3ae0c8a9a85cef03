package health.lunaria.profile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {

    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T20:00:00Z");

    private final Deadlines deadlines = new Deadlines(Map.of(), Map.of());

    @ParameterizedTest
    @CsvSource({
        // The day of the same number, and in summer time.
        "2026-11-25T12:00:00Z, 2026-12-25T22:59:59Z",
        "2026-06-10T12:00:00Z, 2026-07-10T21:59:59Z",
        // A shorter month ends it, in leap years one day later.
        "2026-08-31T12:00:00Z, 2026-09-30T21:59:59Z",
        "2028-01-31T12:00:00Z, 2028-02-29T22:59:59Z",
        "2028-01-30T12:00:00Z, 2028-02-29T22:59:59Z",
        "2028-02-29T12:00:00Z, 2028-03-29T21:59:59Z",
        // A Saturday or Sunday moves it on, over the end of the month as well.
        "2026-01-31T12:00:00Z, 2026-03-02T22:59:59Z",
        "2027-01-29T12:00:00Z, 2027-03-01T22:59:59Z",
        "2026-03-05T12:00:00Z, 2026-04-06T21:59:59Z",
        // Over the change of the clock.
        "2026-02-28T12:00:00Z, 2026-03-30T21:59:59Z",
        "2026-09-25T12:00:00Z, 2026-10-26T22:59:59Z",
        // The day is that of the zone.
        "2026-11-24T22:59:59Z, 2026-12-24T22:59:59Z",
        "2026-11-24T23:00:00Z, 2026-12-25T22:59:59Z",
        // Over the end of the year.
        "2026-12-31T22:59:59Z, 2027-02-01T22:59:59Z",
        "2026-12-31T23:00:00Z, 2027-02-01T22:59:59Z"
    })
    void theGdprGivesAMonth(Instant received, Instant due) {
        assertThat(answerBy(Regime.GDPR, Kind.ACCESS, received)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T12:00:00Z, 2027-02-25T22:59:59Z",
        "2026-11-30T12:00:00Z, 2027-03-01T22:59:59Z",
        "2027-11-30T12:00:00Z, 2028-02-29T22:59:59Z"
    })
    void theGdprsTwoFurtherMonthsCountFromReceipt(Instant received, Instant due) {
        assertThat(dates(Set.of(Regime.GDPR), Kind.ERASURE, received).extendedBy())
                .isEqualTo(due);
    }

    @Test
    void aConfiguredHolidayMovesTheEndOfAMonth() {
        Deadlines easter = new Deadlines(
                Map.of(), Map.of(Regime.GDPR, Set.of(LocalDate.parse("2026-04-06"), LocalDate.parse("2026-04-07"))));
        Instant received = Instant.parse("2026-03-05T12:00:00Z");

        assertThat(easter.of(Kind.ACCESS, Set.of(Regime.GDPR), received, List.of())
                        .answerBy())
                .isEqualTo(Instant.parse("2026-04-08T21:59:59Z"));
        assertThat(easter.of(Kind.ACCESS, Set.of(Regime.UK_GDPR), received, List.of())
                        .answerBy())
                .isEqualTo(Instant.parse("2026-04-06T22:59:59Z"));
    }

    @Test
    void aConfiguredZoneCounts() {
        Deadlines lisbon = new Deadlines(Map.of(Regime.GDPR, ZoneId.of("Europe/Lisbon")), Map.of());

        assertThat(lisbon.of(Kind.ACCESS, Set.of(Regime.GDPR), Instant.parse("2026-11-24T23:30:00Z"), List.of())
                        .answerBy())
                .isEqualTo(Instant.parse("2026-12-24T23:59:59Z"));
    }

    @Test
    void theUnitedKingdomHasItsOwnClock() {
        assertThat(answerBy(Regime.UK_GDPR, Kind.ACCESS, Instant.parse("2026-09-03T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-05T22:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // A Saturday moves nothing.
        "2026-11-25T20:00:00Z, 2027-01-10T07:59:59Z, 2027-02-24T07:59:59Z",
        // The last second of a day there, and the first one of the next.
        "2026-11-25T07:59:59Z, 2027-01-09T07:59:59Z, 2027-02-23T07:59:59Z",
        "2026-11-25T08:00:00Z, 2027-01-10T07:59:59Z, 2027-02-24T07:59:59Z",
        // With and without a leap day.
        "2028-01-20T20:00:00Z, 2028-03-06T07:59:59Z, 2028-04-20T06:59:59Z",
        "2027-01-20T20:00:00Z, 2027-03-07T07:59:59Z, 2027-04-21T06:59:59Z",
        // Over the change of the clock.
        "2027-01-30T20:00:00Z, 2027-03-17T06:59:59Z, 2027-05-01T06:59:59Z"
    })
    void californiaAndWashingtonGive45DaysAnd45More(Instant received, Instant answer, Instant extended) {
        for (Regime regime : List.of(Regime.CCPA, Regime.MHMDA)) {
            Dates dates = dates(Set.of(regime), Kind.ERASURE, received);
            assertThat(dates.answerBy()).isEqualTo(answer);
            assertThat(dates.extendedBy()).isEqualTo(extended);
        }
    }

    @Test
    void californiaWantsAConfirmationInTenBusinessDays() {
        Deadlines thanksgiving = new Deadlines(Map.of(), Map.of(Regime.CCPA, Set.of(LocalDate.parse("2026-11-26"))));

        assertThat(dates(Set.of(Regime.CCPA), Kind.ACCESS, WEDNESDAY).confirmBy())
                .isEqualTo(Instant.parse("2026-12-10T07:59:59Z"));
        assertThat(thanksgiving
                        .of(Kind.ACCESS, Set.of(Regime.CCPA), WEDNESDAY, List.of())
                        .confirmBy())
                .isEqualTo(Instant.parse("2026-12-11T07:59:59Z"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OBJECTION", "RESTRICTION"})
    void anOptOutInCaliforniaHasFifteenBusinessDaysAndNoMore(Kind kind) {
        Dates dates = dates(Set.of(Regime.CCPA), kind, WEDNESDAY);

        assertThat(dates.answerBy()).isEqualTo(Instant.parse("2026-12-17T07:59:59Z"));
        assertThat(dates.canBeExtended()).isFalse();
        assertThat(dates.confirmBy()).isNull();
    }

    @Test
    void anAppealInWashingtonIsAnsweredIn45DaysAndNoMore() {
        Dates dates = dates(Set.of(Regime.MHMDA), Kind.APPEAL, WEDNESDAY);

        assertThat(dates.answerBy()).isEqualTo(Instant.parse("2027-01-10T07:59:59Z"));
        assertThat(dates.canBeExtended()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void brazilGivesFifteenDaysAndNoMore(Kind kind) {
        Dates dates = dates(Set.of(Regime.LGPD), kind, WEDNESDAY);

        assertThat(dates.answerBy()).isEqualTo(Instant.parse("2026-12-11T02:59:59Z"));
        assertThat(dates.canBeExtended()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whoeverHasNoLawHasThePromise(Kind kind) {
        Dates dates = dates(Set.of(Regime.PROMISE), kind, WEDNESDAY);

        assertThat(dates.answerBy()).isEqualTo(Instant.parse("2026-12-25T23:59:59Z"));
        assertThat(dates.extendedBy()).isEqualTo(Instant.parse("2027-02-08T23:59:59Z"));
    }

    @Test
    void theEarliestOfSeveralRegimesWins() {
        Dates three = dates(Set.of(Regime.GDPR, Regime.CCPA, Regime.LGPD), Kind.ACCESS, WEDNESDAY);
        Dates two = dates(Set.of(Regime.GDPR, Regime.CCPA), Kind.ACCESS, WEDNESDAY);

        assertThat(three.answerBy()).isEqualTo(answerBy(Regime.LGPD, Kind.ACCESS, WEDNESDAY));
        assertThat(three.confirmBy()).isEqualTo(Instant.parse("2026-12-10T07:59:59Z"));
        assertThat(two.answerBy()).isEqualTo(answerBy(Regime.GDPR, Kind.ACCESS, WEDNESDAY));
        assertThat(two.extendedBy())
                .isEqualTo(dates(Set.of(Regime.CCPA), Kind.ACCESS, WEDNESDAY).extendedBy());
    }

    @Test
    void oneRegimeWithoutAnExtensionEndsThatOfAllAtItsOwnDate() {
        Dates dates = dates(Set.of(Regime.GDPR, Regime.LGPD), Kind.ACCESS, WEDNESDAY);

        assertThat(dates.canBeExtended()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GDPR, 2026-12-28T22:59:59Z",
        "UK_GDPR, 2026-12-28T23:59:59Z",
        "CCPA, 2027-01-10T07:59:59Z",
        "MHMDA, 2027-01-10T07:59:59Z",
        "LGPD, 2026-12-11T02:59:59Z",
        "PROMISE, 2026-12-25T23:59:59Z"
    })
    void wholeDaysOfAskingWhoSheIsCountOnlyWhereTheLawAllows(Regime regime, Instant due) {
        Pause pause = new Pause(WEDNESDAY, WEDNESDAY.plusSeconds(4 * 86_400 - 1));

        assertThat(deadlines
                        .of(Kind.ACCESS, Set.of(regime), WEDNESDAY, List.of(pause))
                        .answerBy())
                .isEqualTo(due);
    }

    @Test
    void whileSheIsAskedTheDateStays() {
        Pause open = new Pause(WEDNESDAY, null);

        assertThat(deadlines
                        .of(Kind.ACCESS, Set.of(Regime.GDPR), WEDNESDAY, List.of(open))
                        .answerBy())
                .isEqualTo(answerBy(Regime.GDPR, Kind.ACCESS, WEDNESDAY));
    }

    @Test
    void theConfirmationComesFirstOnlyUntilItIsGiven() {
        Dates dates = dates(Set.of(Regime.CCPA), Kind.ACCESS, WEDNESDAY);

        assertThat(dates.next(State.RECEIVED, false)).isEqualTo(dates.confirmBy());
        assertThat(dates.next(State.CONFIRMED, false)).isEqualTo(dates.answerBy());
        assertThat(dates.next(State.EXTENDED, true)).isEqualTo(dates.extendedBy());
    }

    @Test
    void everyRegimeAndKindHasATimeAndASource() {
        for (Regime regime : Regime.values()) {
            for (Kind kind : Kind.values()) {
                Dates dates = dates(Set.of(regime), kind, WEDNESDAY);
                assertThat(dates.answerBy()).isAfter(WEDNESDAY);
                assertThat(dates.extendedBy()).isAfterOrEqualTo(dates.answerBy());
                assertThat(Terms.of(regime, kind).source()).isNotBlank();
            }
        }
    }

    @Test
    void noTimeAtAllIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.days(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Span.months(-1));
    }

    private Instant answerBy(Regime regime, Kind kind, Instant received) {
        return dates(Set.of(regime), kind, received).answerBy();
    }

    private Dates dates(Set<Regime> regimes, Kind kind, Instant received) {
        return deadlines.of(kind, regimes, received, List.of());
    }
}
