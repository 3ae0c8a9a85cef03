package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.correction.CorrectionKind;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class InsightsPropertiesTest {

    private static final List<String> SYMPTOMS = List.of("cramps");

    @Property(tries = 200)
    void aForgottenPeriodDoesNotFalsifyTheLengths(
            @ForAll @Size(min = 6, max = 11) List<@IntRange(min = 26, max = 30) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 5) int forgotten) {
        LoggedCycles cycles = LoggedCycles.of(lengths.toArray(Integer[]::new));
        cycles.forget(cycles.date(forgotten, 1), cycles.date(forgotten, 6));
        Insights insights = cycles.insights();

        assertThat(insights.gapsSuspected()).isEqualTo(1);
        assertThat(insights.cyclesUsed()).isEqualTo(lengths.size() - 2);
        assertThat(insights.cycleLength().orElseThrow().mean()).isBetween(26.0, 30.0);
        assertThat(insights.remarks()).isEmpty();
    }

    @Property(tries = 200)
    void anExcludedCycleLeavesTheOthersAsTheyWere(
            @ForAll @Size(min = 4, max = 11) List<@IntRange(min = 26, max = 30) Integer> lengths,
            @ForAll @IntRange(min = 0, max = 3) int excluded) {
        LoggedCycles cycles = LoggedCycles.of(lengths.toArray(Integer[]::new));
        cycles.correct(cycles.date(excluded, 9), CorrectionKind.EXCLUDED_CYCLE);
        List<Integer> others = Stream.concat(
                        lengths.subList(0, excluded).stream(), lengths.subList(excluded + 1, lengths.size()).stream())
                .toList();

        assertThat(cycles.insights().cycleLength()).isEqualTo(Summary.of(others));
        assertThat(cycles.insights().cyclesExcluded()).isEqualTo(1);
    }

    @Property(tries = 200)
    void whateverTheLengthsTheFiguresFitTogether(
            @ForAll @Size(max = 20) List<@IntRange(min = 12, max = 200) Integer> lengths,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 40) Integer> days) {
        LoggedCycles cycles = LoggedCycles.of(lengths.toArray(Integer[]::new));
        for (int i = 0; i < Math.min(days.size(), lengths.size()); i++) {
            cycles.log(cycles.date(i, days.get(i)), "symptoms", SYMPTOMS);
        }
        Insights insights = cycles.insights();

        assertThat(insights.cyclesUsed() + insights.gapsSuspected()).isEqualTo(Math.min(12, (int)
                lengths.stream().filter(length -> length <= 130).count()));
        assertThat(insights.daysLogged()).isLessThanOrEqualTo(insights.days());
        assertThat(insights.trends().isPresent()).isEqualTo(insights.cyclesUsed() >= 3);
        insights.trends().stream().flatMap(trends -> trends.symptoms().stream()).forEach(trend -> {
            assertThat(trend.rates().values().stream().mapToInt(Rate::days).sum())
                    .isEqualTo(insights.daysLogged());
            assertThat(trend.rates().values().stream().mapToInt(Rate::count).sum())
                    .isEqualTo(trend.days());
        });
    }
}
