package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can talk to whom, and how. */
class TransportTest {

    private static final String EVENTS = "/internal/events";
    private static final String CHECK = "/internal/consents/check";
    private static final String CHANGED = "/internal/consents/changed";
    private static final String CHANGE = "{\"subject\":\"x\"}";
    private static final String ENTITLED = "/internal/entitlements/check";
    private static final String ENTITLEMENT = "{\"subject\":\"x\",\"entitlement\":\"premium\"}";
    private static final String QUESTION = "{\"subject\":\"x\",\"purpose\":\"health-data\"}";

    private final Suite suite = Suite.running();

    @Test
    void theGatewaySpeaksHttp2() {
        assertThat(suite.as("transport").get("/v1/profile/consents").version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    void theGatewayRefusesTls12() throws IOException {
        assertThat(protocol("TLSv1.3")).isEqualTo("TLSv1.3");
        assertThatThrownBy(() -> protocol("TLSv1.2")).isInstanceOf(SSLException.class);
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (Api.Answer answer : List.of(
                suite.as("transport").get("/v1/profile/consents"),
                suite.withToken(null).get("/v1/profile"),
                suite.withToken(null).get("/nowhere"))) {
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
            assertThat(answer.header("strict-transport-security")).isNotEmpty();
            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(answer.header("server")).isEmpty();
        }
    }

    /** The page is public; what it shows is checked in. */
    @Test
    void theApiCanBeReadAndTried() {
        Api visitor = suite.withToken(null);
        assertThat(visitor.get("/docs/").expect(200).body()).contains("<html");
        for (String service : List.of("profile", "cycle", "billing", "audit")) {
            assertThat(visitor.get("/docs/api/" + service + "-service.yaml")
                            .expect(200)
                            .body())
                    .contains("openapi: 3.1")
                    .contains("/v1/" + service)
                    .doesNotContain("/internal/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "cycle-service", "billing-service", "audit-service"})
    void aServiceTalksToNobodyWithoutACertificate(String service) {
        Api stranger = suite.directly(service, null, suite.stack().users().token("transport", List.of()));
        assertThatThrownBy(() -> stranger.tryCall("GET", "/v1/profile", null)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherServiceCannotUseAUsersToken() {
        String token = suite.stack().users().token("transport", List.of());
        suite.directly("profile-service", "gateway", token)
                .get("/v1/profile/consents")
                .expect(200);
        suite.directly("profile-service", "cycle-service", token)
                .get("/v1/profile/consents")
                .expect(403);
        suite.directly("audit-service", "billing-service", token)
                .get("/v1/audit/access-log")
                .expect(403);
        suite.directly("billing-service", "cycle-service", null)
                .post("/webhooks/stripe", "{}")
                .expect(403);
        suite.directly("cycle-service", "billing-service", null)
                .get("/feeds/calendar/secret.ics")
                .expect(403);
    }

    @Test
    void internalRoutesAreForTheServicesTheyAreFor() {
        suite.directly("profile-service", "cycle-service", null)
                .post(CHECK, QUESTION)
                .expect(200);
        suite.directly("cycle-service", "profile-service", null)
                .post(CHANGED, CHANGE)
                .expect(204);
        suite.directly("cycle-service", "billing-service", null)
                .post(CHANGED, CHANGE)
                .expect(403);
        suite.directly("profile-service", "audit-service", null)
                .post(CHECK, QUESTION)
                .expect(403);
        suite.directly("profile-service", "gateway", null).post(CHECK, QUESTION).expect(403);
        suite.directly("billing-service", "cycle-service", null)
                .post(ENTITLED, ENTITLEMENT)
                .expect(200);
        suite.directly("billing-service", "profile-service", null)
                .post(ENTITLED, ENTITLEMENT)
                .expect(403);
        suite.directly("billing-service", "gateway", null)
                .post(ENTITLED, ENTITLEMENT)
                .expect(403);
        suite.directly("audit-service", "gateway", null)
                .post(EVENTS, "{\"events\":[]}")
                .expect(403);
        suite.directly("audit-service", "cycle-service", null)
                .post(EVENTS, "{\"events\":[]}")
                .expect(400);
    }

    /** A user's token opens nothing internal, whoever carries it. */
    @Test
    void aTokenIsNoCertificate() {
        String token = suite.stack().users().token("transport", List.of());
        suite.directly("audit-service", "gateway", token)
                .post(EVENTS, "{\"events\":[]}")
                .expect(403);
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (int port : suite.ports()) {
            for (InetAddress address : outside) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 1000))
                            .as(port + " beyond loopback")
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void stateIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(suite.home())))
                .isEqualTo("rwx------");
        for (String name : List.of("secrets", "tls", "kms", "witness", "files", "logs", "config")) {
            try (Stream<Path> files = Files.walk(suite.home().resolve(name))) {
                for (Path file : files.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .endsWith("------");
                }
            }
        }
    }

    private String protocol(String only) throws IOException {
        SSLContext context = Trust.inOnly(suite.stack().home().caCertificate());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("localhost", suite.stack().home().port())) {
            socket.setEnabledProtocols(new String[] {only});
            socket.setSoTimeout(5000);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }
}
