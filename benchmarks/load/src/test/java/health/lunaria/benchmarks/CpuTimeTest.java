package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    private static final String FIELDS = "S 1 42 42 0 -1 4194560 100 200 0 0 %s 20 0 1 0 12345 1000 10";

    @Test
    void countsTheProgramTheKernelAndTheChildrenThatEnded() {
        assertThat(CpuTime.seconds("42 (postgres) " + FIELDS.formatted("150 50 1000 300")))
                .isEqualTo(15);
    }

    @Test
    void aNameWithBracketsAndSpacesMisleadsNobody() {
        assertThat(CpuTime.seconds("42 (a) S 9 9) " + FIELDS.formatted("100 0 0 0")))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoSuchLineIsNotTakenForNoWork() {
        assertThatThrownBy(() -> CpuTime.seconds("42 (postgres) S 1 42")).isInstanceOf(LauncherException.class);
    }

    @Test
    void ofThisProcessItIsNotLessThanTheJvmKnows() {
        double jvm =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;

        assertThat(CpuTime.of(ProcessHandle.current())).isGreaterThanOrEqualTo(jvm);
    }
}
