package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.fixture.Client;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new GatewayFixture(directory).start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void tls13IsSpokenWithBothVersionsOfHttp() throws Exception {
        for (String protocol : List.of("h2", "http/1.1")) {
            try (Raw raw = fixture.client().raw(protocol, "TLSv1.3")) {
                SSLSocket socket = (SSLSocket) raw.socket();
                assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
                assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
            }
        }
    }

    @Test
    void olderTlsIsRefused() {
        Client client = fixture.client();
        assertThatThrownBy(() -> client.raw("http/1.1", "TLSv1.2")).isInstanceOf(IOException.class);
    }

    @Test
    void otherProtocolsThanHttpAreRefused() {
        Client client = fixture.client();
        assertThatThrownBy(() -> client.raw("ftp", "TLSv1.3")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainHttpIsRefused() throws Exception {
        try (Raw raw = fixture.client().plain()) {
            assertThat(raw.send("GET /v1/profile HTTP/1.1\r\nHost: $HOST\r\n\r\n")
                            .readToEnd())
                    .doesNotContain("HTTP");
        }
        assertThat(fixture.backend("profile-service").begun()).isZero();
    }

    @Test
    void aBackendRefusesWhoHasNoCertificate() throws Exception {
        try (Raw raw = fixture.client(fixture.backend("profile-service").port()).raw()) {
            assertThat(raw.send("GET /v1/profile HTTP/1.1\r\nHost: x\r\n\r\n").readToEnd())
                    .isEmpty();
        }
        assertThat(fixture.backend("profile-service").begun()).isZero();
    }

    @Test
    void nothingListensBeyondLoopback() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertThatThrownBy(
                                    () -> new Socket(address, fixture.gateway().port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void theManagementPortTellsHealthAndNothingElse() throws Exception {
        assertThat(management("/health").statusCode()).isEqualTo(200);
        assertThat(management("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(management("/v1/profile").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> management(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + fixture.gateway().managementPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
