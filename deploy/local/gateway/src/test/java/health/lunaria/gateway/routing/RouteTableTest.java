package health.lunaria.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.configuration.ConfigurationException;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private final RouteTable table = new RouteTable(List.of(
            prefix("/v1", "general"),
            prefix("/v1/cycle", "cycle"),
            prefix("/v1/cycle/deep/", "deep"),
            exact("/v1/cycle/days", "exact"),
            new Route(match(PathMatch.Type.PREFIX, "/hooks"), Optional.of(HttpMethod.POST), "post", Optional.empty()),
            prefix("/hooks", "any")));

    @ParameterizedTest
    @CsvSource({
        "/v1/cycle, cycle",
        "/v1/cycle/, cycle",
        "/v1/cycle/prediction, cycle",
        "/v1/cycles, general",
        "/v1/cycle-days, general",
        "/v1/cycle/days, exact",
        "/v1/cycle/days/, cycle",
        "/v1/cycle/deep, deep",
        "/v1/cycle/deep/er, deep",
        "/v1/cycle/deeper, cycle",
        "/v1, general"
    })
    void theMostSpecificWholeSegmentsWin(String path, String backend) {
        assertThat(backend(HttpMethod.GET, path)).contains(backend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v", "/v11", "/V1/cycle", "/v2/cycle", "/internal", "/internal/x", "/q/metrics"})
    void whatNoRouteNamesIsNotFound(String path) {
        assertThat(backend(HttpMethod.GET, path)).isEmpty();
    }

    @Test
    void aRouteForTheMethodGoesBeforeOneForAll() {
        assertThat(backend(HttpMethod.POST, "/hooks/stripe")).contains("post");
        assertThat(backend(HttpMethod.GET, "/hooks/stripe")).contains("any");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/internal", "/internal/audit", "/q", "/q/metrics"})
    void whatMustStayUnreachableCannotBeRouted(String path) {
        List<Route> routes = List.of(prefix(path, "profile"));
        assertThatThrownBy(() -> new RouteTable(routes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must stay unreachable");
    }

    @Test
    void theSameMatchTwiceIsRefusedAlsoWithATrailingSlash() {
        List<Route> routes = List.of(prefix("/v1/cycle", "cycle"), prefix("/v1/cycle/", "profile"));
        assertThatThrownBy(() -> new RouteTable(routes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("twice");
    }

    private Optional<String> backend(HttpMethod method, String path) {
        return table.find(method, path).map(Route::backend);
    }

    private static Route prefix(String path, String backend) {
        return new Route(match(PathMatch.Type.PREFIX, path), Optional.empty(), backend, Optional.empty());
    }

    private static Route exact(String path, String backend) {
        return new Route(match(PathMatch.Type.EXACT, path), Optional.empty(), backend, Optional.empty());
    }

    private static PathMatch match(PathMatch.Type type, String path) {
        return new PathMatch(type, path);
    }
}
