package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

    @TempDir
    Path repository;

    @Test
    void liesInTheCheckoutUnlessToldOtherwise() {
        Home home = Home.of(repository, Map.of());

        assertThat(home.directory()).isEqualTo(repository.resolve(".lunaria"));
        assertThat(home.cache()).isEqualTo(repository.resolve(".lunaria/cache"));
        assertThat(home.url()).isEqualTo("https://localhost:8443");
    }

    @Test
    void theEnvironmentMovesIt() {
        Path elsewhere = repository.resolve("else/where");
        Home home = Home.of(
                repository,
                Map.of("LUNARIA_HOME", elsewhere.toString(), "LUNARIA_CACHE", "cached", "LUNARIA_PORT", "9443"));

        assertThat(home.directory()).isEqualTo(elsewhere);
        assertThat(home.cache()).isEqualTo(repository.resolve("cached"));
        assertThat(home.url()).isEqualTo("https://localhost:9443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999999", "-1", "80a", "8443 ", "٨٤٤٣"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> Home.of(repository, Map.of("LUNARIA_PORT", port)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("LUNARIA_PORT");
    }

    @Test
    void onlyItsOwnerCanLookIntoIt() throws IOException {
        Path open = repository.resolve(".lunaria");
        Files.createDirectory(open, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Home home = Home.of(repository, Map.of());

        for (Path directory : new Path[] {open, home.secrets(), home.tls(), home.run(), home.config("gateway")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .as("%s", directory)
                    .isEqualTo("rwx------");
        }
    }
}
