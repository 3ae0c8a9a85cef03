package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentMemoryTest {

    @TempDir
    Path process;

    @Test
    void peakAndPresentAreToldApart() throws IOException {
        Files.writeString(process.resolve("status"), "Name:\tjava\nVmHWM:\t  409600 kB\nVmRSS:\t  204800 kB\n");

        assertThat(new ResidentMemory(process).now()).hasValue(200);
        assertThat(new ResidentMemory(process).peak()).hasValue(400);
    }

    @Test
    void forgettingThePeakIsAskedOfTheSystem() throws IOException {
        new ResidentMemory(process).forgetPeak();

        assertThat(process.resolve("clear_refs")).hasContent("5");
    }

    @Test
    void ofAProcessThatIsGoneNothingIsTold() {
        ResidentMemory gone = new ResidentMemory(process.resolve("gone"));
        gone.forgetPeak();

        assertThat(gone.now()).isEmpty();
        assertThat(gone.peak()).isEmpty();
    }

    @Test
    void aStatusWithoutTheFieldTellsNothing() throws IOException {
        Files.writeString(process.resolve("status"), "Name:\tkthread\n");

        assertThat(new ResidentMemory(process).now()).isEmpty();
    }
}
