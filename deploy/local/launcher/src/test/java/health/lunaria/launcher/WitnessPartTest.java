package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessPartTest {

    private static final String KEY = "localhost/witness+c7ec9ee9+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String LOG_KEY = "localhost:8443/v1/audit/log+00000000+AQ==";
    private static final String ARN = "arn:aws:kms:eu-west-1:000000000000:key/1";

    @TempDir
    Path directory;

    private WitnessPart witness;

    @BeforeEach
    void makePart() {
        Home home = home("8443");
        PrivateFiles.write(home.config("kms").resolve("keys.properties"), Map.of("audit-service-log-signing", ARN));
        PrivateFiles.write(home.config("witness").resolve("witness.properties"), Map.of("log.audit", LOG_KEY));
        witness = part(home);
    }

    @Test
    void auditServiceIsToldOfItsLogAndOfTheWitness() throws IOException {
        HttpServer running = answering(KEY + "\n");
        try {
            assertThat(witness.isReady()).isTrue();
            witness.complete();
        } finally {
            running.stop(0);
        }

        assertThat(witness.settings())
                .containsOnly(
                        Map.entry("lunaria.audit.log.origin", "localhost:8443/v1/audit/log"),
                        Map.entry("lunaria.audit.log.signing-key", ARN),
                        Map.entry("lunaria.audit.verification.key", LOG_KEY),
                        Map.entry("lunaria.audit.log.witness.url", "http://127.0.0.1:" + witness.port()),
                        Map.entry("lunaria.audit.log.witness.key", KEY));
    }

    @Test
    void theLogKeepsItsNameWhenTheGatewayMoves() throws IOException {
        auditServiceIsToldOfItsLogAndOfTheWitness();

        assertThat(part(home("9443")).settings())
                .containsEntry("lunaria.audit.log.origin", "localhost:8443/v1/audit/log");
    }

    @Test
    void withoutAnAnswerItIsNeitherReadyNorComplete() {
        assertThat(witness.isReady()).isFalse();
        assertThatExceptionOfType(LauncherException.class).isThrownBy(witness::complete);
    }

    @Test
    void aWitnessThatWasBuiltAnewIsStartedAnew() {
        assertThat(witness.program()).isPresent();
        assertThat(witness.command()).contains(witness.program().orElseThrow().toString());
    }

    private HttpServer answering(String text) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), witness.port()), 1);
        server.createContext("/", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Home home(String port) {
        return Home.of(directory, Map.of("LUNARIA_HOME", "home", "LUNARIA_PORT", port));
    }

    private static WitnessPart part(Home home) {
        Ports ports = new Ports(home.in("ports.properties"));
        return new WitnessPart(home, ports, new KmsPart(home, ports, new Secrets(home.secrets())));
    }
}
