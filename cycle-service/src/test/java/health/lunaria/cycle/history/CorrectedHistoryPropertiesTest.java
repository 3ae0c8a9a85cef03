package health.lunaria.cycle.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.correction.Correction;
import health.lunaria.cycle.correction.CorrectionKind;
import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.correction.ExclusionReason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrectedHistoryPropertiesTest {

    private static final LocalDate EPOCH = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 300;

    @Property
    void withoutCorrectionsNothingIsCorrected(@ForAll("dates") Set<LocalDate> bleeding) {
        assertThat(CycleHistory.derive(bleeding, Corrections.NONE)).isEqualTo(CycleHistory.derive(bleeding));
    }

    @Property
    void anExclusionMovesNoBoundary(
            @ForAll("dates") Set<LocalDate> bleeding,
            @ForAll("corrections") Corrections corrections,
            @ForAll("dates") Set<LocalDate> excluded) {
        Corrections withExclusions = plus(corrections, CorrectionKind.EXCLUDED_CYCLE, excluded);

        assertThat(CycleHistory.derive(bleeding, withExclusions).cycles())
                .extracting(Cycle::asExcluded)
                .isEqualTo(CycleHistory.derive(bleeding, corrections).cycles().stream()
                        .map(Cycle::asExcluded)
                        .toList());
    }

    @Property
    void exactlyTheCyclesThatHoldAnExcludedDateAreExcluded(
            @ForAll("dates") Set<LocalDate> bleeding, @ForAll("dates") Set<LocalDate> excluded) {
        Corrections corrections = plus(Corrections.NONE, CorrectionKind.EXCLUDED_CYCLE, excluded);

        assertThat(CycleHistory.derive(bleeding, corrections).cycles())
                .allSatisfy(cycle ->
                        assertThat(cycle.excluded()).isEqualTo(excluded.stream().anyMatch(cycle::contains)));
    }

    @Property
    void withAllButTheFirstPeriodDismissedOneCycleRuns(@ForAll("dates") Set<LocalDate> bleeding) {
        List<Cycle> cycles = CycleHistory.derive(bleeding).cycles();
        Corrections corrections = plus(
                Corrections.NONE,
                CorrectionKind.NOT_A_PERIOD,
                cycles.stream().skip(1).map(Cycle::start).toList());

        assertThat(CycleHistory.derive(bleeding, corrections).cycles())
                .containsExactly(
                        Cycle.running(cycles.get(0).start(), cycles.get(0).periodDays()));
    }

    @Property
    void dismissingAPeriodMovesNoOtherStart(
            @ForAll("dates") Set<LocalDate> bleeding, @ForAll("dates") Set<LocalDate> dismissed) {
        Corrections corrections = plus(Corrections.NONE, CorrectionKind.SPOTTING_ONLY, dismissed);

        assertThat(starts(CycleHistory.derive(bleeding, corrections)))
                .isEqualTo(starts(CycleHistory.derive(bleeding)).stream()
                        .filter(start -> !dismissed.contains(start))
                        .toList());
    }

    @Property
    void everyPeriodStartBeginsACycleAndTakesNoLoggedStartAway(
            @ForAll("dates") Set<LocalDate> bleeding, @ForAll("dates") Set<LocalDate> started) {
        Corrections corrections = plus(Corrections.NONE, CorrectionKind.PERIOD_START, started);
        List<LocalDate> starts = starts(CycleHistory.derive(bleeding, corrections));

        assertThat(starts).containsAll(started);
        assertThat(starts(CycleHistory.derive(bleeding)))
                .filteredOn(start -> !starts.contains(start))
                .allSatisfy(start -> assertThat(started)
                        .anyMatch(other -> other.isBefore(start) && !other.isBefore(start.minusDays(7))));
    }

    /** The compact constructors of {@link Cycle} and {@link CycleHistory} check the rest. */
    @Property
    void whateverIsCorrectedTheCyclesFollowOneAnother(
            @ForAll("dates") Set<LocalDate> bleeding, @ForAll("corrections") Corrections corrections) {
        CycleHistory history = CycleHistory.derive(bleeding, corrections);

        assertThat(starts(history)).isSorted().doesNotHaveDuplicates();
        assertThat(history.counted()).allMatch(cycle -> !cycle.excluded() && !cycle.isRunning());
    }

    @Property
    void theOrderOfCorrectionsDoesNotCount(
            @ForAll("dates") Set<LocalDate> bleeding, @ForAll("corrections") Corrections corrections) {
        List<Correction> reversed = corrections.items().stream()
                .sorted((one, other) -> other.date().compareTo(one.date()))
                .toList();

        assertThat(CycleHistory.derive(bleeding, new Corrections(reversed)))
                .isEqualTo(CycleHistory.derive(bleeding, corrections));
    }

    private static List<LocalDate> starts(CycleHistory history) {
        return history.cycles().stream().map(Cycle::start).toList();
    }

    private static Corrections plus(Corrections corrections, CorrectionKind kind, Collection<LocalDate> dates) {
        return new Corrections(Stream.concat(
                        corrections.items().stream(), dates.stream().map(date -> correction(date, kind)))
                .toList());
    }

    private static Correction correction(LocalDate date, CorrectionKind kind) {
        return new Correction(date, kind, kind == CorrectionKind.EXCLUDED_CYCLE ? ExclusionReason.OTHER : null);
    }

    @Provide
    Arbitrary<Set<LocalDate>> dates() {
        return date().set().ofMinSize(1).ofMaxSize(30).map(TreeSet::new);
    }

    @Provide
    Arbitrary<Corrections> corrections() {
        return Combinators.combine(date(), Arbitraries.of(CorrectionKind.class))
                .as(CorrectedHistoryPropertiesTest::correction)
                .set()
                .ofMaxSize(20)
                .map(set -> new Corrections(List.copyOf(new HashSet<>(set))));
    }

    private static Arbitrary<LocalDate> date() {
        return Arbitraries.integers().between(0, DAYS).map(EPOCH::plusDays);
    }
}
