package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.GatewayFixture;
import io.vertx.core.MultiMap;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

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
    @ValueSource(
            strings = {
                "X-Forwarded-User",
                "X-Forwarded-Client-Cert",
                "X-Forwarded-Prefix",
                "Forwarded",
                "X-Real-IP",
                "X-User",
                "X-User-Id",
                "x_user_id",
                "X-Subject",
                "X-Subject-Ref",
                "X-Caller-Service",
                "X-Lunaria-Subject",
                "X-SSL-Client-Verify",
                "X-Client-Cert",
                "X-Client-Cert-Subject",
                "Client-Cert",
                "Remote-User",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "Proxy",
                "Via",
                "baggage",
                "tracestate"
            })
    void identityThatTheGatewayDidNotSetIsStripped(String name) throws Exception {
        assertThat(received(name, "forged").get(name)).isNull();
    }

    @Test
    void theGatewaysOwnForwardingHeadersReplaceForgedOnes() throws Exception {
        MultiMap headers = received(
                "X-Forwarded-For", "203.0.113.1", "X-Forwarded-Proto", "http", "X-Forwarded-Host", "evil.example");
        int port = fixture.gateway().port();
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("localhost:" + port);
        assertThat(headers.getAll("X-Forwarded-Port")).containsExactly(String.valueOf(port));
    }

    @Test
    void theSignalOfGlobalPrivacyControlPasses() throws Exception {
        assertThat(received("Sec-GPC", "1").getAll("Sec-GPC")).containsExactly("1");
    }

    @Test
    void whatTheApiNeedsPasses() throws Exception {
        MultiMap headers = received(
                "Authorization", "Bearer a.b.c", "If-Match", "\"7\"", "Idempotency-Key", "k", "Accept-Language", "de");
        assertThat(headers.get("Authorization")).isEqualTo("Bearer a.b.c");
        assertThat(headers.get("If-Match")).isEqualTo("\"7\"");
        assertThat(headers.get("Idempotency-Key")).isEqualTo("k");
        assertThat(headers.get("Accept-Language")).isEqualTo("de");
    }

    @Test
    void hopByHopHeadersEndHere() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("GET /v1/profile HTTP/1.1\r\nHost: $HOST\r\nConnection: close, X-Secret\r\nX-Secret: 1\r\n"
                            + "Keep-Alive: 5\r\nTE: trailers\r\nUpgrade: websocket\r\nProxy-Authorization: x\r\n\r\n")
                    .readUntil("}");
        }
        MultiMap headers = fixture.backend("profile-service").take().headers();
        assertThat(headers.names()).doesNotContain("X-Secret", "Keep-Alive", "TE", "Upgrade", "Proxy-Authorization");
        assertThat(headers.get("Connection")).isNull();
    }

    @Test
    void theHostIsTheGatewaysWhateverTheClientSays() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("GET /v1/profile HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                    .readToEnd();
        }
        assertThat(fixture.backend("profile-service").take().headers().getAll("Host"))
                .containsExactly("localhost:" + fixture.gateway().port());
    }

    @Test
    void cookiesThatHttp2SplitArriveAsOne() throws Exception {
        assertThat(received("Cookie", "a=1", "Cookie", "b=2").getAll("Cookie")).containsExactly("a=1; b=2");
    }

    @Test
    void aWellFormedTraceIsKeptAndAnotherOneReplaced() throws Exception {
        assertThat(received("traceparent", TRACE).getAll("traceparent")).containsExactly(TRACE);
        assertThat(received("traceparent", "alice").get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(received().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        assertThatSecured(fixture.client().get("/v1/profile"));
        fixture.backend("profile-service").take();
        assertThatSecured(fixture.client().get("/internal"));
        assertThatSecured(fixture.client().get("/v1/..;/x"));
    }

    @Test
    void anUnreadableRequestIsAnsweredWithTheSecurityHeadersToo() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send("GET / HTTP/1.1\r\nbad header\r\n\r\n").readToEnd();
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("problems/bad-request")
                    .containsIgnoringCase("strict-transport-security: max-age=31536000")
                    .containsIgnoringCase("content-security-policy: default-src 'none'");
        }
    }

    @Test
    void aPageOfTheBackendKeepsItsOwnContentPolicy() throws Exception {
        fixture.backend("keycloak")
                .behave(request -> request.response()
                        .putHeader("Content-Security-Policy", "frame-src 'self'")
                        .putHeader("X-Frame-Options", "SAMEORIGIN")
                        .putHeader("Cache-Control", "max-age=60")
                        .putHeader("Strict-Transport-Security", "max-age=1")
                        .end("<html></html>"));
        HttpHeaders headers =
                fixture.client().get("/auth/realms/lunaria/account").headers();
        fixture.backend("keycloak").answerPlainly();
        assertThat(headers.allValues("content-security-policy")).containsExactly("frame-src 'self'");
        assertThat(headers.allValues("x-frame-options")).containsExactly("SAMEORIGIN");
        assertThat(headers.allValues("cache-control")).containsExactly("max-age=60");
        assertThat(headers.allValues("strict-transport-security")).containsExactly("max-age=31536000");
    }

    @Test
    void whatRunsBehindTheGatewayIsNotTold() throws Exception {
        fixture.backend("billing-service")
                .behave(request -> request.response()
                        .putHeader("Server", "quarkus")
                        .putHeader("X-Powered-By", "java")
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("RateLimit", "forged")
                        .end());
        HttpHeaders headers = fixture.client().get("/v1/billing/entitlements").headers();
        fixture.backend("billing-service").answerPlainly();
        assertThat(headers.map())
                .doesNotContainKeys("server", "x-powered-by", "connection", "x-hop", "access-control-allow-origin");
        assertThat(headers.allValues("ratelimit")).singleElement().asString().startsWith("\"address\";r=");
    }

    private static MultiMap received(String... headers) throws Exception {
        fixture.client().get("/v1/profile", headers);
        return fixture.backend("profile-service").take().headers();
    }

    private static void assertThatSecured(HttpResponse<String> answer) {
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("strict-transport-security")).contains("max-age=31536000");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("content-security-policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
        assertThat(headers.firstValue("permissions-policy")).isPresent();
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
    }
}
