package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

    private static final String ALLOWED = "http://localhost:5173";

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new GatewayFixture(directory).with("cors.origins", ALLOWED).start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void aListedOriginMayAskAndRead() throws Exception {
        HttpResponse<String> preflight = preflight(fixture, ALLOWED);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .contains(ALLOWED);
        assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("PUT", "DELETE"));
        assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                .hasValueSatisfying(names -> assertThat(names)
                        .contains("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key"));
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(fixture.backend("profile-service").begun()).isZero();

        HttpResponse<String> answer = fixture.client().get("/v1/billing/entitlements", "Origin", ALLOWED);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains(ALLOWED);
        assertThat(answer.headers().firstValue("access-control-expose-headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("ETag", "Retry-After", "RateLimit"));
        assertThat(answer.headers().allValues("vary")).contains("origin");
    }

    @Test
    void aListedOriginMayReadProblemsToo() throws Exception {
        assertThat(fixture.client()
                        .get("/nothing", "Origin", ALLOWED)
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .contains(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5174",
                "https://localhost:5173",
                "http://localhost:5173.evil.example",
                "http://LOCALHOST:5173",
                "null",
                "*"
            })
    void anyOtherOriginGetsNoPermission(String origin) throws Exception {
        assertThat(permissions(preflight(fixture, origin))).isZero();
        assertThat(permissions(fixture.client().get("/v1/billing/entitlements", "Origin", origin)))
                .isZero();
    }

    @Test
    void nobodyIsAllowedUnlessConfigured(@TempDir Path own) throws Exception {
        try (GatewayFixture strict = new GatewayFixture(own).start()) {
            assertThat(permissions(preflight(strict, ALLOWED))).isZero();
        }
    }

    /** Browsers would otherwise ask for https://localhost:5173 from then on. */
    @Test
    void aPlainOriginOnThisHostStaysReachable() throws Exception {
        assertThat(fixture.client().get("/nothing").headers().firstValue("strict-transport-security"))
                .contains("max-age=0");
    }

    private static HttpResponse<String> preflight(GatewayFixture fixture, String origin) throws Exception {
        return fixture.client()
                .send(
                        Version.HTTP_2,
                        "OPTIONS",
                        "/v1/profile",
                        BodyPublishers.noBody(),
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "PUT",
                        "Access-Control-Request-Headers",
                        "authorization,content-type");
    }

    private static long permissions(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .count();
    }
}
