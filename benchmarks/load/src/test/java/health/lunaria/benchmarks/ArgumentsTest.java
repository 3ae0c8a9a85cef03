package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.benchmarks.Arguments.Suite;
import health.lunaria.launcher.LauncherException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void whatIsMeasuredAndHowMuchAreToldApart() {
        assertThat(Arguments.of(List.of())).isEqualTo(new Arguments(Suite.LADDER, false));
        assertThat(Arguments.of(List.of("--quick"))).isEqualTo(new Arguments(Suite.LADDER, true));
        assertThat(Arguments.of(List.of("cycle"))).isEqualTo(new Arguments(Suite.CYCLE, false));
        assertThat(Arguments.of(List.of("cycle", "--quick"))).isEqualTo(new Arguments(Suite.CYCLE, true));
        assertThat(Arguments.of(List.of("audit"))).isEqualTo(new Arguments(Suite.AUDIT, false));
        assertThat(Arguments.of(List.of("audit", "--quick"))).isEqualTo(new Arguments(Suite.AUDIT, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--quick cycle",
                "cycle cycle",
                "audit cycle",
                "audit --fast",
                "cycle --fast",
                "--quick --quick",
                "billing",
                ""
            })
    void anythingElseIsRefusedInsteadOfMeasuringSomethingElse(String words) {
        assertThatThrownBy(() -> Arguments.of(List.of(words.split(" "))))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("--quick");
    }
}
