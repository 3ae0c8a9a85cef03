package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It starts from a complete configuration that only its owner can reach, or not at all. */
class MainTest {

    private static final TestLog LOG = TestLog.withLeaves(1);

    @TempDir
    Path directory;

    private final Properties properties = new Properties();

    @BeforeEach
    void prepare() {
        properties.setProperty("port", "0");
        properties.setProperty("directory", directory.resolve("witness").toString());
        properties.setProperty("name", "localhost/witness");
        properties.setProperty("log.audit", LOG.vkey());
    }

    @Test
    void readsACompleteFile() throws IOException {
        Config config = config("rw-------");

        assertThat(config.address().isLoopbackAddress()).isTrue();
        assertThat(config.name()).isEqualTo("localhost/witness");
        assertThat(config.logs()).containsExactly(LOG.vkey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"port", "directory", "name", "log.audit"})
    void refusesAMissingOrBlankProperty(String name) {
        properties.setProperty(name, "  ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("rw-------"))
                .withMessageContaining(name);

        properties.remove(name);
        assertThatIllegalArgumentException().isThrownBy(() -> config("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void listensBeyondTheLoopbackInterfaceOnlyWhenTold(String address) throws IOException {
        properties.setProperty("address", address);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("rw-------"))
                .withMessageContaining("loopback");

        properties.setProperty("beyond-loopback", "true");
        assertThat(config("rw-------").beyondLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void refusesAFileThatOthersCanReach(String permissions) {
        assertThatIllegalStateException()
                .isThrownBy(() -> config(permissions))
                .withMessageContaining("witness.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a name", "a+b"})
    void refusesAnImpossibleName(String name) {
        properties.setProperty("name", name);

        assertThatIllegalArgumentException().isThrownBy(() -> config("rw-------"));
    }

    @Test
    void refusesALogsKeyThatIsNone() throws IOException {
        properties.setProperty("log.audit", LOG.vkey().replace("log.example/1+", "log.example/2+"));
        Config config = config("rw-------");

        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Witness.open(config));
        properties.setProperty("log.audit", LOG.vkey());
        Witness.open(config("rw-------")).close();
    }

    private Config config(String permissions) throws IOException {
        Path file = directory.resolve("witness.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return Main.config(file);
    }
}
