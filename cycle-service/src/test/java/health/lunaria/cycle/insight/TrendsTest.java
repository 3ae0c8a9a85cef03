package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.redaction.Sensitive;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cycles of 28 days: menstrual 1 to 5, follicular 6 to 13, ovulatory 14 to 16, luteal 17 to 28. */
class TrendsTest {

    private final LoggedCycles cycles = LoggedCycles.of(28, 28, 28).logEveryDay();

    @Test
    void aRateIsOfTheLoggedDaysOfThePhase() {
        cycles.log(cycles.date(0, 1), "symptoms", List.of("cramps"));
        cycles.log(cycles.date(1, 1), "symptoms", List.of("cramps"));
        cycles.log(cycles.date(1, 2), "symptoms", List.of("cramps"));
        cycles.log(cycles.date(2, 28), "symptoms", List.of("cramps"));

        Trend<String> cramps = trends().symptoms().get(0);

        assertThat(cramps.of()).isEqualTo("cramps");
        assertThat(cramps.days()).isEqualTo(4);
        assertThat(cramps.rates())
                .containsEntry(Phase.MENSTRUAL, new Rate(3, 15))
                .containsEntry(Phase.FOLLICULAR, new Rate(0, 24))
                .containsEntry(Phase.OVULATORY, new Rate(0, 9))
                .containsEntry(Phase.LUTEAL, new Rate(1, 36));
    }

    @Test
    void daysWithoutALogDoNotLowerARate() {
        cycles.log(cycles.date(0, 15), "moods", List.of("happy"));
        cycles.forget(cycles.date(1, 6), cycles.date(1, 29));
        cycles.forget(cycles.date(2, 6), cycles.date(2, 29));

        assertThat(trends().moods().get(0).rates()).containsEntry(Phase.OVULATORY, new Rate(1, 3));
    }

    @Test
    void aPhaseWithoutALogHasNoRate() {
        LoggedCycles onlyPeriods = LoggedCycles.of(28, 28, 28);
        onlyPeriods.log(onlyPeriods.date(0, 2), "symptoms", List.of("cramps"));

        assertThat(onlyPeriods
                        .insights()
                        .trends()
                        .orElseThrow()
                        .symptoms()
                        .get(0)
                        .rates())
                .containsOnlyKeys(Phase.MENSTRUAL);
    }

    @Test
    void whatIsMoreFrequentComesFirstAndElseTheAlphabetDecides() {
        cycles.log(cycles.date(0, 1), "symptoms", List.of("nausea", "fatigue", "cramps"));
        cycles.log(cycles.date(0, 2), "symptoms", List.of("nausea"));

        assertThat(trends().symptoms()).extracting(Trend::of).containsExactly("nausea", "cramps", "fatigue");
    }

    @Test
    void herOwnWordsHaveTrendsToo() {
        cycles.log(cycles.date(0, 18), "tags", List.of(Sensitive.of("gym")));

        assertThat(trends().tags()).singleElement().satisfies(trend -> {
            assertThat(trend.of().disclose()).isEqualTo("gym");
            assertThat(trend.rates()).containsEntry(Phase.LUTEAL, new Rate(1, 36));
        });
    }

    @Test
    void listsAreBounded() {
        IntStream.range(0, 80)
                .forEach(i -> cycles.log(
                        cycles.date(i / 28, i % 28 + 1),
                        "tags",
                        List.of(Sensitive.of("tag-" + i), Sensitive.of(i < 40 ? "often" : "seldom-" + i))));

        assertThat(trends().tags()).hasSize(Trends.MAX_TRENDS);
        assertThat(trends().tags().get(0).of().disclose()).isEqualTo("often");
    }

    @Test
    void anOvulationThatIsKnownMovesThePhases() {
        cycles.log(cycles.date(0, 18), "symptoms", List.of("ovulation-pain"));

        Trends moved = cycles.insights(cycles.date(0, 19)).trends().orElseThrow();
        assertThat(moved.symptoms().get(0).rates()).containsEntry(Phase.OVULATORY, new Rate(1, 9));
        assertThat(trends().symptoms().get(0).rates()).containsEntry(Phase.LUTEAL, new Rate(1, 36));
    }

    @Test
    void theRunningCycleHasNoPhasesYet() {
        cycles.log(cycles.date(3, 1), "symptoms", List.of("cramps"));

        assertThat(trends().symptoms()).isEmpty();
    }

    private Trends trends() {
        return cycles.insights().trends().orElseThrow();
    }
}
