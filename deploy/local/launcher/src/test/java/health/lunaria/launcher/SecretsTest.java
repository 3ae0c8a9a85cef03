package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void aSecretIsMadeOnce() {
        byte[] secret = new Secrets(directory).bytes("postgres");

        assertThat(secret).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(new Secrets(directory).bytes("postgres")).isEqualTo(secret);
        assertThat(new Secrets(directory).text("postgres")).hasSize(64).matches("[0-9a-f]+");
    }

    @Test
    void noTwoNamesShareASecret() {
        Secrets secrets = new Secrets(directory);

        assertThat(secrets.bytes("database-cycle")).isNotEqualTo(secrets.bytes("database-profile"));
    }

    @Test
    void onlyTheOwnerCanReadOne() throws IOException {
        Path file = new Secrets(directory).file("postgres");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
