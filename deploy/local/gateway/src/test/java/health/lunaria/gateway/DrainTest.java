package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.fixture.Await;
import health.lunaria.gateway.fixture.Client;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend;
import health.lunaria.gateway.fixture.GatewayFixture;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrainTest {

    @TempDir
    private Path directory;

    private final BlockingQueue<HttpServerRequest> held = new LinkedBlockingQueue<>();
    private GatewayFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new GatewayFixture(directory);
        FakeBackend backend = fixture.backend("cycle-service");
        backend.behave(held::add);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aRequestUnderWayIsAnsweredBeforeTheEnd(Version version) throws Exception {
        Client client = fixture.start().client();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(version, "PUT", "/v1/cycle/days", BodyPublishers.ofString("x"));
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        HttpServerRequest request = held.poll(5, TimeUnit.SECONDS);
        Future<Void> stopped = fixture.stop();
        Await.until(() -> refusesConnections(client));
        assertThat(stopped.isComplete()).isFalse();

        request.response().end("done");
        assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
        Await.now(stopped);
    }

    @Test
    void whoTakesTooLongIsNotWaitedFor() throws Exception {
        Client client = fixture.with("limits.drain-timeout", "300ms").start().client();
        try (Raw raw = client.raw()) {
            raw.send("GET /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\n\r\n");
            assertThat(held.poll(5, TimeUnit.SECONDS)).isNotNull();
            Await.now(fixture.stop());
            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void idleConnectionsDoNotHoldItUp() throws Exception {
        Client client = fixture.start().client();
        try (Raw raw = client.raw()) {
            raw.send("GET /nothing HTTP/1.1\r\nHost: $HOST\r\n\r\n").readUntil("}");
            client.get("/nothing");
            Await.now(fixture.stop());
            assertThat(raw.readToEnd()).isEmpty();
        }
        assertThatThrownBy(client::raw).isInstanceOf(IOException.class);
    }

    private static boolean refusesConnections(Client client) {
        try (Raw raw = client.plain()) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
