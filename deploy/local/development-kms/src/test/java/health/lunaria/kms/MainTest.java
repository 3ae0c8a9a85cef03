package health.lunaria.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It starts from a complete configuration that only its owner can read, or not at all. */
class MainTest {

    @TempDir
    Path directory;

    private final Properties properties = new Properties();
    private Path rootSecret;

    @BeforeEach
    void prepare() throws IOException {
        rootSecret = directory.resolve("root-secret");
        Files.write(rootSecret, TestKms.rootSecret(1));
        permit(rootSecret, "rw-------");
        properties.setProperty("profile", "local");
        properties.setProperty("port", "0");
        properties.setProperty("region", "eu-west-1");
        properties.setProperty("directory", directory.resolve("keys").toString());
        properties.setProperty("root-secret-file", rootSecret.toString());
        properties.setProperty("administrator", "administrator");
        properties.setProperty("principal.administrator.access-key-id", "A");
        properties.setProperty("principal.administrator.secret-access-key", "a-secret");
        properties.setProperty("principal.cycle-service.access-key-id", "C");
        properties.setProperty("principal.cycle-service.secret-access-key", "c-secret");
    }

    @Test
    void readsACompleteFile() throws IOException {
        Config config = config("rw-------");

        assertThat(config.administrator()).isEqualTo(new Principal("administrator", "A", "a-secret"));
        assertThat(config.services()).containsExactly(new Principal("cycle-service", "C", "c-secret"));
        assertThat(config.rootSecret()).isEqualTo(TestKms.rootSecret(1));
        assertThat(config + " " + config.services()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile",
                "port",
                "region",
                "directory",
                "root-secret-file",
                "administrator",
                "principal.cycle-service.secret-access-key",
                "principal.administrator.secret-access-key"
            })
    void refusesAMissingOrBlankProperty(String name) {
        properties.setProperty(name, "  ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("rw-------"))
                .withMessageContaining(name);

        properties.remove(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("rw-------"))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "production", "staging", "LOCAL"})
    void refusesEveryOtherProfile(String profile) {
        properties.setProperty("profile", profile);

        assertThatIllegalArgumentException().isThrownBy(() -> config("rw-------"));
    }

    @Test
    void refusesAnAdministratorWhoIsNoPrincipal() {
        properties.setProperty("administrator", "nobody");

        assertThatIllegalArgumentException().isThrownBy(() -> config("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void refusesFilesThatOthersCanReadOrWrite(String permissions) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(permissions))
                .withMessageContaining("kms.properties");

        permit(rootSecret, permissions);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("rw-------"))
                .withMessageContaining("root-secret");
    }

    @Test
    void refusesAMissingRootSecret() throws IOException {
        Files.delete(rootSecret);

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> config("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 64})
    void refusesARootSecretOfAnotherLength(int length) throws IOException {
        Files.write(rootSecret, new byte[length]);

        assertThatIllegalArgumentException().isThrownBy(() -> config("rw-------"));
    }

    private Config config(String permissions) throws IOException {
        Path file = directory.resolve("kms.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        permit(file, permissions);
        return Main.config(file);
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
