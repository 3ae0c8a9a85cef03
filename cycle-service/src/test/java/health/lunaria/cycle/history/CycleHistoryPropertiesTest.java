package health.lunaria.cycle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class CycleHistoryPropertiesTest {

    @Property
    void theOrderAndRepetitionOfDaysDoNotCount(@ForAll("bleedingDays") List<LocalDate> days, @ForAll Random random) {
        List<LocalDate> shuffled = new ArrayList<>(days);
        shuffled.addAll(days);
        Collections.shuffle(shuffled, random);
        assertThat(CycleHistory.derive(shuffled)).isEqualTo(CycleHistory.derive(new TreeSet<>(days)));
    }

    @Property
    void cyclesFillTheTimeFromTheFirstToTheLastPeriod(@ForAll("bleedingDays") List<LocalDate> days) {
        CycleHistory history = CycleHistory.derive(days);
        LocalDate next = Collections.min(days);
        for (Cycle cycle : history.completed()) {
            assertThat(cycle.start()).isEqualTo(next);
            next = cycle.end().plusDays(1);
        }
        assertThat(history.running().orElseThrow().start()).isEqualTo(next);
        assertThat(history.completed().stream().mapToLong(Cycle::lengthDays).sum())
                .isEqualTo(ChronoUnit.DAYS.between(
                        Collections.min(days), history.running().orElseThrow().start()));
    }

    @Property
    void everyBleedingDayLiesInThePeriodOfOneCycle(@ForAll("bleedingDays") List<LocalDate> days) {
        List<Cycle> cycles = CycleHistory.derive(days).cycles();
        assertThat(days)
                .allSatisfy(day -> assertThat(cycles)
                        .filteredOn(cycle -> !day.isBefore(cycle.start())
                                && day.isBefore(cycle.start().plusDays(cycle.periodDays())))
                        .hasSize(1));
    }

    @Property
    void derivingFromItsOwnPeriodsChangesNothing(@ForAll("bleedingDays") List<LocalDate> days) {
        CycleHistory history = CycleHistory.derive(days);
        List<LocalDate> periods = history.cycles().stream()
                .flatMap(cycle -> cycle.start().datesUntil(cycle.start().plusDays(cycle.periodDays())))
                .toList();
        assertThat(CycleHistory.derive(periods)).isEqualTo(history);
    }

    @Property
    void aFreeWeekSeparatesTwoPeriodsAndNothingElseDoes(@ForAll("bleedingDays") List<LocalDate> days) {
        TreeSet<LocalDate> sorted = new TreeSet<>(days);
        List<LocalDate> starts = sorted.stream()
                .filter(day -> sorted.subSet(day.minusDays(7), day).isEmpty())
                .toList();
        assertThat(CycleHistory.derive(days).cycles()).extracting(Cycle::start).isEqualTo(starts);
    }

    @Property
    void shiftingTheDaysShiftsTheCycles(
            @ForAll("bleedingDays") List<LocalDate> days, @ForAll @IntRange(min = -40_000, max = 40_000) int shift) {
        List<Cycle> shifted = CycleHistory.derive(
                        days.stream().map(day -> day.plusDays(shift)).toList())
                .cycles();
        assertThat(shifted)
                .isEqualTo(CycleHistory.derive(days).cycles().stream()
                        .map(cycle -> new Cycle(
                                cycle.start().plusDays(shift),
                                cycle.isRunning() ? null : cycle.end().plusDays(shift),
                                cycle.lengthDays(),
                                cycle.periodDays(),
                                cycle.excluded()))
                        .toList());
    }

    /** Up to forty bleeding days, most of them near to the one before. */
    @Provide
    Arbitrary<List<LocalDate>> bleedingDays() {
        Arbitrary<Integer> gaps = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.integers().between(0, 10)),
                Tuple.of(1, Arbitraries.integers().between(10, 400)));
        return gaps.list().ofMinSize(1).ofMaxSize(40).map(list -> {
            Stream.Builder<LocalDate> days = Stream.builder();
            LocalDate day = LocalDate.of(2019, 12, 1);
            for (int gap : list) {
                day = day.plusDays(gap);
                days.add(day);
            }
            return days.build().toList();
        });
    }
}
