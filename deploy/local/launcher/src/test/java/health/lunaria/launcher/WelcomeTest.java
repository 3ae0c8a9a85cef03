package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @TempDir
    Path repository;

    @Test
    void namesTheUrlTheCertificateAndFourCalls() {
        Home home = Home.of(repository, Map.of("LUNARIA_PORT", "9443"));
        String text = Welcome.text(home, true, 27.04);

        assertThat(text).contains("up after 27.0 s", home.caCertificate().toString(), "./lunaria token");
        assertThat(text.lines().filter(line -> line.strip().startsWith("$CURL")))
                .hasSize(4)
                .allMatch(line -> line.contains("https://localhost:9443/v1/"));
    }

    @Test
    void saysWhenNothingWasChanged() {
        assertThat(Welcome.text(Home.of(repository, Map.of()), false, 1)).contains("nothing was changed");
    }
}
