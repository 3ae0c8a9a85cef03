package health.lunaria.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    @TempDir
    Path directory;

    private Certificates certificates;

    @BeforeEach
    void provide() {
        certificates = new Certificates(directory, directory.resolve("ca.pem"), Clock.systemUTC());
        certificates.provide(List.of("cycle-service", "gateway"));
    }

    @Test
    void showsTheCertificateOfThePart() throws Exception {
        KeyManager[] managers = of("cycle-service", "cycle-service");

        assertThat(managers).hasSize(1);
        X509KeyManager manager = (X509KeyManager) managers[0];
        String alias = manager.getClientAliases("EC", null)[0];
        assertThat(manager.getCertificateChain(alias))
                .containsExactly(Certificates.read(certificates.certificate("cycle-service")));
        assertThat(manager.getPrivateKey(alias).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void aCertificateOrKeyThatIsNoneIsRefused() throws IOException {
        Files.writeString(certificates.certificate("gateway"), "not a certificate");
        Files.writeString(certificates.key("gateway"), "not a key");

        assertThatThrownBy(() -> of("gateway", "cycle-service")).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> of("cycle-service", "gateway")).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> of("missing", "cycle-service")).isInstanceOf(LauncherException.class);
    }

    private KeyManager[] of(String certificate, String key) {
        return Identity.of(certificates.certificate(certificate), certificates.key(key));
    }
}
