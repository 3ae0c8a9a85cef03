package health.lunaria.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.fixture.GatewayFixture;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRouteManifestTest {

    private static final String GOOD = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata:
              name: api
            spec:
              parentRefs:
                - name: lunaria
              rules:
                - matches:
                    - path:
                        type: PathPrefix
                        value: /v1/cycle
                      method: GET
                  backendRefs:
                    - name: cycle-service
                      port: 8443
                  timeouts:
                    request: 1m30s
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/profile, profile-service",
        "PUT, /v1/profile/consents/health-data, profile-service",
        "POST, /v1/cycle/days/search, cycle-service",
        "GET, /v1/billing/entitlements, billing-service",
        "POST, /webhooks/stripe, billing-service",
        "GET, /feeds/calendar/secret.ics, cycle-service",
        "GET, /v1/audit/access-log, audit-service",
        "POST, /auth/realms/lunaria/protocol/openid-connect/token, keycloak",
        "GET, /auth/resources/a/login.css, keycloak",
        "GET, /auth/js/keycloak.js, keycloak"
    })
    void theClustersManifestRoutesTheApi(HttpMethod method, String path, String backend) {
        RouteTable table = HttpRouteManifest.read(GatewayFixture.manifest());
        assertThat(table.find(method, path).map(Route::backend)).contains(backend);
        assertThat(table.find(method, path).flatMap(Route::timeout)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /v1",
        "GET, /v1/cycles",
        "GET, /webhooks/stripe",
        "GET, /feeds",
        "GET, /feeds/calendars",
        "POST, /feeds/calendar/secret.ics",
        "GET, /internal",
        "POST, /internal/events",
        "GET, /q/metrics",
        "GET, /q/health/ready",
        "GET, /auth",
        "GET, /auth/",
        "GET, /auth/admin",
        "GET, /auth/admin/master/console",
        "GET, /auth/metrics",
        "GET, /auth/health",
        "POST, /auth/realms/master/protocol/openid-connect/token",
        "GET, /auth/realms",
        "GET, /auth/realms/lunaria2",
        "POST, /auth/resources/x"
    })
    void theClustersManifestLeavesEverythingElseOut(HttpMethod method, String path) {
        RouteTable table = HttpRouteManifest.read(GatewayFixture.manifest());
        assertThat(table.find(method, path)).isEmpty();
    }

    @Test
    void whatARuleSaysIsKept() throws IOException {
        Route route = read(GOOD).routes().get(0);
        assertThat(route.path()).isEqualTo(new PathMatch(PathMatch.Type.PREFIX, "/v1/cycle"));
        assertThat(route.method()).contains(HttpMethod.GET);
        assertThat(route.timeout()).contains(Duration.ofSeconds(90));
        assertThat(route.name()).isEqualTo("/v1/cycle");
    }

    @Test
    void aRouteWithoutTimeoutsHasNone() throws IOException {
        String manifest = GOOD.replace("      timeouts:\n        request: 1m30s\n", "");
        assertThat(read(manifest).routes().get(0).timeout()).isEqualTo(Optional.empty());
    }

    /** Each line replaces the text before the arrow by the text behind it; {@code |} stands for a line's end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: gateway.networking.k8s.io/v1 -> apiVersion: gateway.networking.k8s.io/v1beta1",
                "kind: HTTPRoute -> kind: GRPCRoute",
                "kind: HTTPRoute -> kind: HTTPRoute|status: {}",
                "  name: api -> ''",
                "  name: api -> '  name: api|  finalizers: [x]'",
                "  rules: -> '  hostnames: [a.example]|  rules:'",
                "    - name: lunaria -> '    - name: lunaria|      kind: Service'",
                "        - path: -> '        - headers: []|          path:'",
                "type: PathPrefix -> type: RegularExpression",
                "value: /v1/cycle -> value: v1/cycle",
                "value: /v1/cycle -> value: /v1/../internal",
                "value: /v1/cycle -> value: /internal",
                "value: /v1/cycle -> value: /",
                "value: /v1/cycle -> value: 7",
                "method: GET -> method: TRACE",
                "method: GET -> method: get",
                "method: GET -> queryParams: []",
                "      backendRefs: -> '      filters: []|      backendRefs:'",
                "        - name: cycle-service -> '        - name: other|          port: 1|        - name: cycle-service'",
                "port: 8443 -> port: https",
                "port: 8443 -> port: 0",
                "port: 8443 -> weight: 1",
                "port: 8443 -> 'port: 8443|          filters: []'",
                "request: 1m30s -> request: soon",
                "request: 1m30s -> request: 0s",
                "request: 1m30s -> 'request: 10s|        backendRequest: 5s'",
                "name: api -> name: !!java.net.URL [http://localhost]",
                "name: api -> 'name: api|  labels: &x {a: b}|  namespace: *x'",
                "name: api -> 'name: api|  name: twice'",
                "name: api -> 'name: api|  name'"
            })
    void whatIsNotUnderstoodIsRefused(String change) throws IOException {
        String[] parts = change.split(" -> ");
        String replacement = parts[1].replaceAll("^'|'$", "").replace("|", "\n");
        String manifest = GOOD.replace(parts[0], replacement);
        assertThat(manifest).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(manifest)).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "---\n---\n", "[]", "text", "{", "a: [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]"})
    void whatIsNoManifestIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anEndlessManifestIsRefused() {
        String manifest = GOOD + "# " + "x".repeat(70_000);
        assertThatThrownBy(() -> read(manifest)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void theMessageNamesThePlaceAndNotTheValue() {
        String manifest = GOOD.replace("port: 8443", "port: s3cret");
        assertThatThrownBy(() -> read(manifest))
                .hasMessageContaining("rules[0].backendRefs[0].port")
                .hasMessageNotContaining("s3cret");
    }

    private RouteTable read(String manifest) throws IOException {
        return HttpRouteManifest.read(Files.writeString(directory.resolve("routes.yaml"), manifest));
    }
}
