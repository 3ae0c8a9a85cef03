package health.lunaria.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run is called, and that it fails closed. */
class MainTest {

    @TempDir
    Path directory;

    private final Properties properties = new Properties();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void prepare() throws IOException {
        properties.setProperty("lunaria.epoch.service", "cycle-service");
        properties.setProperty("lunaria.database.host", "localhost:9");
        properties.setProperty("lunaria.database.ca", directory.resolve("missing.pem").toString());
        properties.setProperty("lunaria.keyring.name", "cycle_keyring");
        properties.setProperty("lunaria.keyring.username", "epoch_job");
        properties.setProperty("lunaria.keyring.password", "a-secret");
        properties.setProperty("lunaria.kms.endpoint", "http://127.0.0.1:9");
        properties.setProperty("lunaria.kms.region", "eu-west-1");
        properties.setProperty("lunaria.kms.access-key-id", "id");
        properties.setProperty("lunaria.kms.secret-access-key", "a-secret");
        properties.setProperty("lunaria.tls.ca", directory.resolve("missing.pem").toString());
        properties.setProperty("lunaria.tls.certificate", directory.resolve("missing.crt").toString());
        properties.setProperty("lunaria.tls.key", directory.resolve("missing.key").toString());
        properties.setProperty("lunaria.peers.audit", "https://localhost:9");
    }

    @ParameterizedTest
    @CsvSource({"14d, PT336H", "6h, PT6H", "10m, PT10M", "0s, PT0S"})
    void readsDurations(String text, Duration expected) {
        properties.setProperty("lunaria.epoch.length", text);

        assertThat(Settings.of(properties).length()).isEqualTo(expected);
    }

    @Test
    void anEpochIs14DaysLongUnlessSaidOtherwise() {
        assertThat(Settings.of(properties).length()).isEqualTo(Duration.ofDays(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "-1d", "P14D", "1w", "1.5d"})
    void refusesWhatIsNoDuration(String text) {
        properties.setProperty("lunaria.epoch.length", text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(properties))
                .withMessageContaining("lunaria.epoch.length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000", "many"})
    void refusesABatchThatIsNone(String text) {
        properties.setProperty("lunaria.epoch.batch", text);

        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(properties));
    }

    @Test
    void refusesWhatIsMissing() {
        for (String name : properties.stringPropertyNames()) {
            Object value = properties.remove(name);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Settings.of(properties))
                    .withMessageContaining(name);
            properties.put(name, value);
        }
    }

    @Test
    void settingsDoNotTellTheirSecrets() {
        Settings settings = Settings.of(properties);

        assertThat(settings + " " + settings.keyring() + " " + settings.kms()).doesNotContain("a-secret");
    }

    @Test
    void isCalledWithOneFile() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("one", "two")).isEqualTo(2);
        assertThat(run(directory.resolve("missing").toString())).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void whoCannotBeSureOfTheOtherEndFails() throws IOException {
        Path file = directory.resolve("job.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }

        assertThat(run(file.toString())).isEqualTo(1);

        JsonNode report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.path("service").textValue()).isEqualTo("cycle-service");
        assertThat(report.path("failure").textValue()).isNotBlank();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("a-secret");
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
