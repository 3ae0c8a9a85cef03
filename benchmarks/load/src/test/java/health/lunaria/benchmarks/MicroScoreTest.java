package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicroScoreTest {

    private static final String RESULT =
            "{\"benchmark\":\"health.lunaria.cycle.prediction.PredictionBenchmark.predict\",\"params\":%s,"
                    + "\"primaryMetric\":{\"score\":%s,\"scoreError\":%s,\"scoreUnit\":\"%s\"}}";

    @TempDir
    Path directory;

    private Path report;

    @BeforeEach
    void nameTheReport() {
        report = directory.resolve("micro.json");
    }

    @Test
    void namesAreThoseOfClassAndMethod() throws IOException {
        write("[" + RESULT.formatted("{\"completedCycles\":\"3\"}", "6.5", "0.25", "us/op") + "]");

        assertThat(MicroScore.read(report))
                .containsExactly(new MicroScore("PredictionBenchmark.predict", "completedCycles=3", 6.5, 0.25));
    }

    @Test
    void ofTooFewMeasurementsThereIsNoError() throws IOException {
        write("[" + RESULT.formatted("null", "6.5", "\"NaN\"", "us/op") + "]");

        assertThat(MicroScore.read(report))
                .containsExactly(new MicroScore("PredictionBenchmark.predict", "", 6.5, Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ns/op", "ops/us", ""})
    void anotherUnitIsRefused(String unit) throws IOException {
        write("[" + RESULT.formatted("{}", "6.5", "0.25", unit) + "]");

        assertThatThrownBy(() -> MicroScore.read(report))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("PredictionBenchmark.predict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{}]",
                "",
                "{}",
                "no json",
                "[{\"benchmark\":\"a.B.c\",\"primaryMetric\":{\"score\":\"NaN\"}}]"
            })
    void aReportWithoutScoresIsRefused(String text) throws IOException {
        write(text);

        assertThatThrownBy(() -> MicroScore.read(report)).isInstanceOf(LauncherException.class);
    }

    @Test
    void aReportThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> MicroScore.read(report)).isInstanceOf(LauncherException.class);
    }

    private void write(String text) throws IOException {
        Files.writeString(report, text);
    }
}
