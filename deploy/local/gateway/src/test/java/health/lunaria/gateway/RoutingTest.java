package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend.Received;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

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

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/profile, profile-service",
        "GET, /v1/cycle/prediction, cycle-service",
        "POST, /v1/cycle/days/search, cycle-service",
        "GET, /v1/billing/entitlements, billing-service",
        "POST, /webhooks/stripe, billing-service",
        "GET, /feeds/calendar/secret.ics, cycle-service",
        "GET, /v1/audit/access-log?after=abc, audit-service",
        "POST, /auth/realms/lunaria/protocol/openid-connect/token, keycloak"
    })
    void everyRouteReachesItsBackend(String method, String target, String backend) throws Exception {
        for (Version version : Version.values()) {
            HttpResponse<String> answer =
                    fixture.client().send(version, method, target, BodyPublishers.ofString("content"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            Received received = fixture.backend(backend).take();
            assertThat(received.method()).isEqualTo(method);
            assertThat(received.uri()).isEqualTo(target);
            assertThat(received.body().toString()).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/cycles",
                "/internal",
                "/internal/events",
                "/q/metrics",
                "/q/health/ready",
                "/auth/admin/",
                "/auth/metrics",
                "/auth/health/ready",
                "/auth/realms/master",
                "/docs/",
                "/health"
            })
    void everythingElseIsNotFound(String target) throws Exception {
        int before = begunAnywhere();
        HttpResponse<String> answer = fixture.client().get(target);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"https://lunaria.health/problems/not-found\"")
                .contains("\"status\":404");
        assertThat(begunAnywhere()).isEqualTo(before);
    }

    /** In the ways that no client library lets through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cycle/../../internal",
                "/v1/cycle/%2e%2e/%2e%2e/internal",
                "/v1/cycle/..;/..;/internal",
                "/v1/cycle/..%2f..%2finternal",
                "/v1/cycle/%252e%252e/internal",
                "/v1/cycle\\..\\..\\internal",
                "//internal",
                "/v1/cycle//internal",
                "/internal%2fevents",
                "/%69nternal",
                "/v1/cycle#/internal",
                "https://localhost/internal",
                "v1/cycle",
                "*"
            })
    void noTrickReachesWhatIsNotRouted(String target) throws Exception {
        int before = begunAnywhere();
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send("GET " + target + " HTTP/1.1\r\nHost: $HOST\r\nConnection: close\r\n\r\n")
                    .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("problems/bad-request");
            assertThat(answer).doesNotContain("internal").doesNotContain("cycle");
        }
        assertThat(begunAnywhere()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aHeadRequestHasNoContent(Version version) throws Exception {
        HttpResponse<String> answer = fixture.client().send(version, "HEAD", "/nothing", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("content-length").orElse(0))
                .isPositive();

        assertThat(fixture.client()
                        .send(version, "HEAD", "/v1/profile", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
        assertThat(fixture.backend("profile-service").take().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void otherMethodsAreRefused(String method) throws Exception {
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send(method + " /v1/cycle HTTP/1.1\r\nHost: $HOST\r\nConnection: close\r\n\r\n")
                    .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void theBackendsStatusAndContentComeBackUnchanged() throws Exception {
        fixture.backend("cycle-service")
                .behave(request -> request.response()
                        .setStatusCode(412)
                        .putHeader("ETag", "\"7\"")
                        .putHeader("Content-Type", "application/problem+json")
                        .end("stale"));
        HttpResponse<String> answer = fixture.client().get("/v1/cycle/days");
        fixture.backend("cycle-service").answerPlainly();
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).isEqualTo("stale");
        assertThat(answer.headers().firstValue("etag")).contains("\"7\"");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aLongAnswerWithoutLengthComesWhole(Version version) throws Exception {
        String part = "x".repeat(10_000);
        fixture.backend("audit-service").behave(request -> {
            request.response().setChunked(true);
            for (int i = 0; i < 300; i++) {
                request.response().write(part);
            }
            request.response().end();
        });
        HttpResponse<String> answer =
                fixture.client().send(version, "GET", "/v1/audit/access-log", BodyPublishers.noBody());
        fixture.backend("audit-service").answerPlainly();
        assertThat(answer.body()).hasSize(3_000_000);
    }

    private static int begunAnywhere() {
        return GatewayFixture.SERVICES.stream()
                        .mapToInt(name -> fixture.backend(name).begun())
                        .sum()
                + fixture.backend("keycloak").begun();
    }
}
