package health.lunaria.gateway.routing;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.configuration.Durations;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a Kubernetes manifest of {@code gateway.networking.k8s.io/v1} HTTPRoutes.
 *
 * <p>Understood: matches by path (PathPrefix, Exact) and method, one backend per rule, {@code timeouts.request}.
 * Everything else (host names, filters, weights, header and query matches, other kinds) is refused, so that the gateway
 * never serves a manifest otherwise than the cluster would.
 */
public final class HttpRouteManifest {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 20;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private HttpRouteManifest() {}

    /** @throws ConfigurationException naming the place in the manifest that is not understood */
    public static RouteTable read(Path file) {
        List<Route> routes = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            if (Files.size(file) > MAX_BYTES) {
                throw new ConfigurationException("the manifest of routes is too large");
            }
            int number = 0;
            for (Object document : yaml().loadAll(reader)) {
                routes.addAll(document(ManifestFields.of("document[" + number++ + "]", document)));
            }
        } catch (IOException | YAMLException unreadable) {
            throw new ConfigurationException("the manifest of routes cannot be read as YAML");
        }
        if (routes.isEmpty()) {
            throw new ConfigurationException("the manifest of routes is empty");
        }
        return new RouteTable(routes);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        return new Yaml(new SafeConstructor(options));
    }

    private static List<Route> document(ManifestFields document) {
        document.constant("apiVersion", "gateway.networking.k8s.io/v1");
        document.constant("kind", "HTTPRoute");
        ManifestFields metadata = document.object("metadata");
        metadata.text("name");
        metadata.ignore("namespace");
        metadata.ignore("labels");
        metadata.finish();
        ManifestFields spec = document.object("spec");
        document.finish();

        spec.objects("parentRefs").forEach(HttpRouteManifest::parent);
        List<Route> routes = new ArrayList<>();
        spec.objects("rules").forEach(rule -> routes.addAll(rule(rule)));
        spec.finish();
        return routes;
    }

    private static void parent(ManifestFields parent) {
        parent.text("name");
        parent.optionalText("namespace");
        parent.optionalText("sectionName");
        parent.finish();
    }

    private static List<Route> rule(ManifestFields rule) {
        List<ManifestFields> backends = rule.objects("backendRefs");
        if (backends.size() != 1) {
            throw rule.refused("backendRefs", "must have exactly one entry");
        }
        ManifestFields backend = backends.get(0);
        String service = backend.text("name");
        backend.port("port");
        backend.finish();
        Optional<Duration> timeout = rule.optionalObject("timeouts").map(HttpRouteManifest::timeout);
        List<ManifestFields> matches = rule.objects("matches");
        rule.finish();
        return matches.stream().map(match -> route(match, service, timeout)).toList();
    }

    private static Duration timeout(ManifestFields timeouts) {
        Duration request = Durations.parse(timeouts.text("request"))
                .orElseThrow(() -> timeouts.refused("request", "must be a duration above zero"));
        timeouts.finish();
        return request;
    }

    private static Route route(ManifestFields match, String service, Optional<Duration> timeout) {
        PathMatch path = path(match.object("path"));
        Optional<HttpMethod> method = match.optionalText("method").map(name -> {
            if (!METHODS.contains(name)) {
                throw match.refused("method", "is not supported");
            }
            return HttpMethod.valueOf(name);
        });
        match.finish();
        return new Route(path, method, service, timeout);
    }

    private static PathMatch path(ManifestFields path) {
        PathMatch.Type type = switch (path.text("type")) {
            case "PathPrefix" -> PathMatch.Type.PREFIX;
            case "Exact" -> PathMatch.Type.EXACT;
            default -> throw path.refused("type", "must be PathPrefix or Exact");
        };
        String value = path.text("value");
        if (CanonicalTarget.path(value).filter(value::equals).isEmpty()) {
            throw path.refused("value", "must be a path without dot segments, encodings of plain characters or query");
        }
        path.finish();
        return new PathMatch(type, value);
    }
}
