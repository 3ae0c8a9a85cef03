package health.lunaria.gateway.routing;

import health.lunaria.gateway.configuration.ConfigurationException;
import io.vertx.core.http.HttpMethod;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the route of a request by the precedence of the Gateway API: an exact path before prefixes, longer prefixes
 * before shorter ones, a route for the method before one for all.
 *
 * <p>What services keep for each other ({@code /internal}) and for operators ({@code /q}) cannot be routed at all, so a
 * manifest that tries is refused, and so is one with the same match twice.
 */
public final class RouteTable {

    private static final List<PathMatch> NEVER_ROUTED =
            List.of(new PathMatch(PathMatch.Type.PREFIX, "/internal"), new PathMatch(PathMatch.Type.PREFIX, "/q"));

    private static final Comparator<Route> PRECEDENCE = Comparator.comparing(
                    (Route route) -> route.path().type())
            .thenComparing(route -> -route.path().value().length())
            .thenComparing(route -> route.method().isEmpty());

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        routes.forEach(RouteTable::refuseReserved);
        refuseTwins(routes);
        this.routes = routes.stream().sorted(PRECEDENCE).toList();
    }

    /** @param path without query, in the form that {@link CanonicalTarget} lets through */
    public Optional<Route> find(HttpMethod method, String path) {
        for (Route route : routes) {
            if (route.matches(method, path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    public List<Route> routes() {
        return routes;
    }

    private static void refuseReserved(Route route) {
        if (NEVER_ROUTED.stream().anyMatch(route.path()::overlaps)) {
            throw new ConfigurationException("the manifest routes a path that must stay unreachable: " + route.name());
        }
    }

    private static void refuseTwins(List<Route> routes) {
        record Match(PathMatch path, Optional<HttpMethod> method) {}
        Set<Match> seen = new HashSet<>();
        for (Route route : routes) {
            if (!seen.add(new Match(route.path(), route.method()))) {
                throw new ConfigurationException("the manifest has the same match twice: " + route.name());
            }
        }
    }
}
