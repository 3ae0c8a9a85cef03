package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.ServicePart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroBenchmarksTest {

    @TempDir
    Path directory;

    @Test
    void theyRunAsTheServiceDoes() {
        List<String> command = new MicroBenchmarks(Path.of("/repository"), directory).command(List.of("-f", "1"));

        assertThat(command)
                .contains("-Xmx" + ServicePart.HEAP_MEGABYTES + "m", "-XX:+UseSerialGC")
                .containsSubsequence("org.openjdk.jmh.Main", "-f", "1");
        assertThat(command.get(command.indexOf("-cp") + 1))
                .contains("/repository/cycle-service/target/quarkus-app/lib/main/*");
    }

    @Test
    void whatIsNotBuiltFailsWithTheReasonFromTheLog() {
        MicroBenchmarks nothing = new MicroBenchmarks(directory, directory);

        assertThatThrownBy(() -> nothing.run(List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("org.openjdk.jmh.Main");
    }

    @Test
    void whatDoesNotRunCanBeEnded() {
        new MicroBenchmarks(directory, directory).end();
    }
}
