package health.lunaria.cycle.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FertileStartTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    @Test
    void withoutAnyCycleBeforeItIsTheFirstDay() {
        assertStart(1, FertileStartRule.NO_RISE_BEFORE, EarlierCycles.NONE);
    }

    @Test
    void withoutARiseInTheCycleBeforeItIsTheFirstDay() {
        assertStart(1, FertileStartRule.NO_RISE_BEFORE, new EarlierCycles(times(20, 30), times(19, 18), false));
    }

    @ParameterizedTest
    @CsvSource({"13,6", "14,6", "40,6"})
    void aBeginnerHasFiveDays(int firstHigher, int expected) {
        assertStart(expected, FertileStartRule.FIVE_DAYS, earlier(times(3, 28), List.of(18, 17, firstHigher)));
    }

    @ParameterizedTest
    @CsvSource({"12,5", "11,4", "9,2", "8,1", "7,1", "1,1"})
    void anEarlyRiseShortensThemAtOnce(int firstHigher, int expected) {
        assertStart(expected, FertileStartRule.MINUS_EIGHT, earlier(times(3, 28), List.of(18, firstHigher, 17)));
    }

    @ParameterizedTest
    @CsvSource({"18,11", "13,6", "10,3", "8,1", "5,1"})
    void twelveCyclesWithARiseCountByTheEarliest(int firstHigher, int expected) {
        List<Integer> rises =
                Stream.concat(times(11, 19).stream(), Stream.of(firstHigher)).toList();
        assertStart(expected, FertileStartRule.MINUS_EIGHT, earlier(times(12, 32), rises));
    }

    @Test
    void elevenCyclesWithARiseAreNotEnough() {
        assertStart(6, FertileStartRule.FIVE_DAYS, earlier(times(11, 32), times(11, 19)));
    }

    @ParameterizedTest
    @CsvSource({"28,9", "26,7", "25,6", "24,5", "21,2", "20,1", "15,1"})
    void twelveKnownLengthsCountByTheShortest(int shortest, int expected) {
        List<Integer> lengths =
                Stream.concat(times(11, 33).stream(), Stream.of(shortest)).toList();
        assertStart(expected, FertileStartRule.MINUS_TWENTY, earlier(lengths, List.of(19)));
    }

    @Test
    void anEarlyRiseIsEarlierThanTheShortestLength() {
        assertStart(3, FertileStartRule.MINUS_EIGHT, earlier(times(12, 28), List.of(19, 10)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CervicalMucus.class,
            names = {"MOIST", "CREAMY", "EGG_WHITE"})
    void mucusBeginsItEarlier(CervicalMucus mucus) {
        List<Day> days = List.of(mucus(2, CervicalMucus.DRY), mucus(3, CervicalMucus.NOTHING), mucus(4, mucus));
        assertThat(FertileStart.of(START, days, beginner()))
                .isEqualTo(new FertileStart(START.plusDays(3), FertileStartRule.FIRST_SIGN));
    }

    @ParameterizedTest
    @EnumSource(
            value = CervicalMucus.class,
            names = {"DRY", "NOTHING"})
    void noMucusDoesNot(CervicalMucus mucus) {
        assertThat(FertileStart.of(START, List.of(mucus(2, mucus)), beginner()).rule())
                .isEqualTo(FertileStartRule.FIVE_DAYS);
    }

    @Test
    void aChangedCervixBeginsItEarlier() {
        Day changed = DayFields.day(
                START.plusDays(2),
                Map.of("cervixFirmness", CervixFirmness.HARD, "cervixOpening", CervixOpening.MEDIUM));
        assertThat(FertileStart.of(START, List.of(changed), beginner()))
                .isEqualTo(new FertileStart(START.plusDays(2), FertileStartRule.FIRST_SIGN));
    }

    @Test
    void mucusOnTheSameDayOrLaterChangesNothing() {
        List<Day> days = List.of(mucus(6, CervicalMucus.MOIST), mucus(7, CervicalMucus.EGG_WHITE));
        assertThat(FertileStart.of(START, days, beginner()).rule()).isEqualTo(FertileStartRule.FIVE_DAYS);
    }

    @Test
    void aRiseWithoutAFirstHigherReadingIsRefused() {
        assertThatThrownBy(() -> new EarlierCycles(List.of(28), List.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertStart(int day, FertileStartRule rule, EarlierCycles earlier) {
        assertThat(FertileStart.of(START, List.of(), earlier))
                .isEqualTo(new FertileStart(START.plusDays(day - 1L), rule));
    }

    private static EarlierCycles beginner() {
        return earlier(List.of(28), List.of(16));
    }

    private static EarlierCycles earlier(List<Integer> lengths, List<Integer> firstHigherDays) {
        return new EarlierCycles(lengths, firstHigherDays, true);
    }

    private static List<Integer> times(int count, int value) {
        return Collections.nCopies(count, value);
    }

    private static Day mucus(int day, CervicalMucus mucus) {
        return DayFields.day(START.plusDays(day - 1L), Map.of("cervicalMucus", mucus));
    }
}
