package health.lunaria.cycle.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MonthBenchmarkTest {

    private final MonthBenchmark benchmark = new MonthBenchmark();

    @Test
    void whatIsOpenedIsAFullMonth() {
        benchmark.prepare();

        assertThat(benchmark.open())
                .isInstanceOfSatisfying(
                        DayMonth.class,
                        month -> assertThat(month.days())
                                .hasSize(31)
                                .allSatisfy(day -> assertThat(day.note()).isNotNull()));
    }

    @Test
    void sealingIsDoneAnewEachTime() {
        benchmark.prepare();

        assertThat(benchmark.seal()).isNotEqualTo(benchmark.seal());
    }
}
