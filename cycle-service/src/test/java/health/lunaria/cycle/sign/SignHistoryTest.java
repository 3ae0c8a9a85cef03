package health.lunaria.cycle.sign;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.testing.SyntheticWoman;
import health.lunaria.cycle.testing.SyntheticWoman.Diary;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 2, 1);

    private final Diary diary = SyntheticWoman.regular(3).live(FIRST, 4);
    private final SignHistory history =
            SignHistory.of(LoggedHistory.of(diary.days(), Corrections.NONE).cycles(), diary.days());

    @Test
    void everyDayBelongsToItsCycle() {
        assertThat(history.cycles()).hasSize(4);
        assertThat(history.cycles())
                .extracting(observed -> observed.cycle().start())
                .isEqualTo(diary.cycleStarts());
        assertThat(history.cycles().stream().flatMap(observed -> observed.days().stream()))
                .isEqualTo(diary.days());
    }

    @Test
    void daysBeforeTheFirstPeriodBelongToNone() {
        List<Day> days = Stream.concat(
                        Stream.of(Day.empty(FIRST.minusDays(9)), Day.empty(FIRST.minusDays(1))), diary.days().stream())
                .toList();
        assertThat(SignHistory.of(LoggedHistory.of(days, Corrections.NONE).cycles(), days))
                .isEqualTo(history);
    }

    @Test
    void withoutAPeriodThereIsNoCycle() {
        List<Day> days = List.of(Day.empty(FIRST));
        SignHistory none = SignHistory.of(CycleHistory.derive(List.of()), days);
        assertThat(none.cycles()).isEmpty();
        assertThat(none.ovulations()).isEmpty();
    }

    @Test
    void theBeginningOfACycleIsJudgedByThoseBefore() {
        assertThat(history.before(0)).isEqualTo(EarlierCycles.NONE);
        EarlierCycles earlier = history.before(3);
        assertThat(earlier.lengths()).hasSize(3);
        assertThat(earlier.firstHigherDays()).hasSize(3).allMatch(day -> day > 10 && day < 22);
        assertThat(earlier.riseInTheLast()).isTrue();
    }
}
