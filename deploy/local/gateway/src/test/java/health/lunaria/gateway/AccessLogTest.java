package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Await;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.GatewayFixture;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    private static final String MARKER = "canary";
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path directory;

    @Test
    void aLineTellsTheRouteAndTheOutcome() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(directory).start()) {
            fixture.client()
                    .send(
                            Version.HTTP_2,
                            "POST",
                            "/v1/cycle/days/search",
                            BodyPublishers.ofString("x"),
                            "traceparent",
                            "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
            Await.until(() -> fixture.accessLog().size() == 1);
            JsonObject line = new JsonObject(fixture.accessLog().get(0));
            assertThat(line.fieldNames())
                    .containsExactlyInAnyOrder(
                            "time", "log", "method", "route", "status", "outcome", "bytes", "milliseconds", "traceId");
            assertThat(line.getString("method")).isEqualTo("POST");
            assertThat(line.getString("route")).isEqualTo("/v1/cycle");
            assertThat(line.getInteger("status")).isEqualTo(200);
            assertThat(line.getString("outcome")).isEqualTo("answered");
            assertThat(line.getLong("bytes")).isEqualTo(17);
            assertThat(line.getString("traceId")).isEqualTo(TRACE_ID);
        }
    }

    /** The address of a calendar feed is a secret. */
    @Test
    void aLineNamesTheRouteOfAFeedAndNotItsAddress() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(directory).start()) {
            fixture.client().send(Version.HTTP_2, "GET", "/feeds/calendar/" + MARKER + ".ics", BodyPublishers.noBody());
            Await.until(() -> fixture.accessLog().size() == 1);
            assertThat(new JsonObject(fixture.accessLog().get(0)).getString("route"))
                    .isEqualTo("/feeds/calendar");
            assertThat(fixture.log()).noneMatch(line -> line.contains(MARKER));
        }
    }

    /** Success, refusals of every kind, failures of the backend: nothing that the client wrote gets into the log. */
    @Test
    void noLineHoldsAnythingThatTheClientSent() throws Exception {
        try (GatewayFixture fixture =
                new GatewayFixture(directory).withTimeout("300ms").start()) {
            fixture.backend("audit-service").behave(request -> {});
            fixture.backend("billing-service")
                    .behave(request -> request.connection().close());
            fixture.backend("keycloak").kill();
            for (String target : new String[] {
                "/v1/cycle/" + MARKER + "?q=" + MARKER,
                "/v1/audit/" + MARKER,
                "/v1/billing/" + MARKER,
                "/auth/realms/lunaria/" + MARKER,
                "/" + MARKER,
                "/v1/cycle/..;/" + MARKER
            }) {
                fixture.client()
                        .send(
                                Version.HTTP_1_1,
                                "POST",
                                target,
                                BodyPublishers.ofString(MARKER),
                                "Authorization",
                                "Bearer " + MARKER,
                                "traceparent",
                                MARKER);
            }
            try (Raw raw = fixture.client().raw()) {
                raw.send(MARKER + " /" + MARKER + " HTTP/1.1\r\n" + MARKER + ": " + MARKER + "\r\n\r\n")
                        .readUntil("}");
            }
            try (Raw raw = fixture.client().raw()) {
                raw.send("GET /" + MARKER + " " + MARKER + "\r\n\r\n").readToEnd();
            }
            Await.until(() -> fixture.accessLog().size() == 8);
            assertThat(fixture.log()).noneMatch(line -> line.contains(MARKER));
            assertThat(fixture.log()).noneMatch(line -> line.contains("127.0.0.1"));
            assertThat(fixture.accessLog()).anyMatch(line -> line.contains("\"method\":\"OTHER\""));
        }
    }
}
