package health.lunaria.cycle.sign;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.testing.SyntheticWoman;
import health.lunaria.cycle.testing.SyntheticWoman.Diary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CycleSignsPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @Property(tries = 500)
    void ovulationIsNeverConfirmedBeforeTheThirdHigherReading(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.02, max = 0.3) double noise,
            @ForAll @DoubleRange(max = 0.5) double missed) {
        CycleSigns signs = CycleSigns.of(noisy(seed, noise, missed));
        signs.confirmedOn().ifPresent(confirmed -> {
            TemperatureRise rise = signs.rise();
            assertThat(rise.higherDays()).hasSizeBetween(3, 4).isSorted();
            assertThat(confirmed).isAfterOrEqualTo(rise.higherDays().get(2));
            assertThat(confirmed).isAfterOrEqualTo(signs.peak().day().plusDays(3));
        });
    }

    @Property(tries = 500)
    void theCountedReadingsAreWhatTheRuleSays(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.3) double noise) {
        List<Day> days = noisy(seed, noise, 0.1);
        TemperatureRise.find(days).ifPresent(rise -> {
            assertThat(rise.lowerDays())
                    .hasSize(6)
                    .allSatisfy(date -> assertThat(date).isBefore(rise.firstHigher()));
            assertThat(rise.higherDays()).hasSize(rise.rule() == TemperatureRule.FIRST_EXCEPTION ? 4 : 3);
            assertThat(rise.passedOver() != null).isEqualTo(rise.rule() == TemperatureRule.SECOND_EXCEPTION);
            assertThat(days)
                    .filteredOn(day -> rise.higherDays().contains(day.date()))
                    .allSatisfy(day -> assertThat(day.temperatureCelsius())
                            .isGreaterThan(rise.coverline().subtract(new BigDecimal("0.01"))));
        });
    }

    @Property(tries = 500)
    void anExcludedReadingChangesNothing(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.02, max = 0.2) double noise,
            @ForAll @IntRange(max = 20) int gap,
            @ForAll @IntRange(min = 3000, max = 4500) int hundredths) {
        List<Day> days = noisy(seed, noise, 0.1);
        List<Day> without = replaced(days, gap, Map.of());
        List<Day> excluded = replaced(
                days,
                gap,
                Map.of("temperatureCelsius", BigDecimal.valueOf(hundredths, 2), "temperatureExcluded", true));
        assertThat(CycleSigns.of(excluded)).isEqualTo(CycleSigns.of(without));
    }

    @Property(tries = 500)
    void laterDaysDoNotUndoWhatWasConfirmed(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.3) double noise) {
        List<Day> days = noisy(seed, noise, 0.1);
        CycleSigns whole = CycleSigns.of(days);
        whole.confirmedOn()
                .ifPresent(confirmed -> assertThat(CycleSigns.of(days.stream()
                                .filter(day -> !day.date().isAfter(confirmed))
                                .toList()))
                        .isEqualTo(whole));
    }

    @Test
    void theSyntheticOvulationIsFoundWithinTwoDays() {
        long found = 0;
        long cycles = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Diary diary = SyntheticWoman.regular(seed).live(FIRST, 12);
            List<LocalDate> seen = SignHistory.of(
                            LoggedHistory.of(diary.days(), Corrections.NONE).cycles(), diary.days())
                    .ovulations();
            cycles += diary.ovulations().size();
            found += diary.ovulations().stream()
                    .filter(truth ->
                            seen.stream().anyMatch(date -> Math.abs(ChronoUnit.DAYS.between(truth, date)) <= 2))
                    .count();
        }
        assertThat(found).isGreaterThanOrEqualTo(Math.round(0.8 * cycles));
    }

    @Test
    void theSameSeedMakesTheSameDays() {
        assertThat(SyntheticWoman.regular(7).live(FIRST, 3))
                .isEqualTo(SyntheticWoman.regular(7).live(FIRST, 3))
                .isNotEqualTo(SyntheticWoman.regular(8).live(FIRST, 3));
    }

    private static List<Day> noisy(long seed, double noise, double missed) {
        return new SyntheticWoman(29, 3, noise, missed, seed).live(FIRST, 1).days();
    }

    /** The days with another temperature on one of them. */
    private static List<Day> replaced(List<Day> days, int index, Map<String, Object> temperature) {
        List<Day> replaced = new ArrayList<>();
        IntStream.range(0, days.size()).forEach(i -> {
            Map<String, Object> values = new HashMap<>(DayFields.of(days.get(i)));
            if (i == index) {
                values.remove("temperatureCelsius");
                values.putAll(temperature);
            }
            replaced.add(DayFields.day(days.get(i).date(), values));
        });
        return replaced;
    }
}
