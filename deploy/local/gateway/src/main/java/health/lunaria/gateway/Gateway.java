package health.lunaria.gateway;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.configuration.GatewayConfiguration;
import health.lunaria.gateway.configuration.Limits;
import health.lunaria.gateway.documentation.ApiDocumentation;
import health.lunaria.gateway.exchange.GatewayHandler;
import health.lunaria.gateway.exchange.Protection;
import health.lunaria.gateway.logging.Logs;
import health.lunaria.gateway.protection.Connections;
import health.lunaria.gateway.protection.CrossOrigin;
import health.lunaria.gateway.protection.RateLimiter;
import health.lunaria.gateway.protection.RequestRules;
import health.lunaria.gateway.protection.SecurityHeaders;
import health.lunaria.gateway.routing.HttpRouteManifest;
import health.lunaria.gateway.routing.RouteTable;
import health.lunaria.gateway.upstream.ReadinessPoll;
import health.lunaria.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The running gateway: a TLS listener for clients, a plain one for {@code /health}, and the backends. Everything runs on
 * one event loop, so nothing that requests share needs a lock.
 */
public final class Gateway {

    private final Vertx vertx;
    private final GatewayConfiguration configuration;
    private final Connections connections;
    private final Map<String, Upstream> upstreams = new TreeMap<>();
    private final ReadinessPoll readiness;
    private final HttpServer server;
    private final HttpServer management;

    private Gateway(Vertx vertx, GatewayConfiguration configuration, Logs logs) {
        this.vertx = vertx;
        this.configuration = configuration;
        Limits limits = configuration.limits();
        RouteTable routes = HttpRouteManifest.read(configuration.routes());
        check(routes, configuration);
        configuration
                .backends()
                .forEach((name, backend) ->
                        upstreams.put(name, new Upstream(vertx, backend, configuration.tls(), limits)));
        this.readiness = new ReadinessPoll(vertx, upstreams.values(), logs.events());
        this.connections = new Connections(vertx, limits.connections(), limits.idleTimeout());
        Protection protection = new Protection(
                connections,
                new RateLimiter(limits.rate(), limits.burst(), limits.addresses(), System::nanoTime),
                new RequestRules(limits),
                new CrossOrigin(configuration.corsOrigins()),
                new SecurityHeaders(configuration.corsOrigins()));
        GatewayHandler handler = new GatewayHandler(
                vertx,
                limits,
                protection,
                routes,
                upstreams,
                configuration.openApiDirectory().map(directory -> new ApiDocumentation(vertx, directory)),
                logs);
        this.server = vertx.createHttpServer(Listeners.clients(configuration))
                .connectionHandler(connections::opened)
                .requestHandler(handler::handle)
                .invalidRequestHandler(handler::handleUnreadable)
                .exceptionHandler(failure -> logs.events().failure("connection refused", failure));
        this.management =
                vertx.createHttpServer(Listeners.management(configuration)).requestHandler(Listeners::answerManagement);
    }

    /**
     * @param lines takes the log, a line at a time, on the event loop
     * @return the gateway once it listens; fails when a port is taken
     * @throws ConfigurationException when configuration, certificates and manifest do not fit
     */
    public static Future<Gateway> start(GatewayConfiguration configuration, Consumer<String> lines) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            return new Gateway(vertx, configuration, Logs.to(lines)).listen().onFailure(failure -> vertx.close());
        } catch (ConfigurationException refused) {
            vertx.close();
            throw refused;
        }
    }

    private Future<Gateway> listen() {
        Promise<Gateway> listening = Promise.promise();
        vertx.runOnContext(onEventLoop -> server.listen()
                .compose(clients -> management.listen())
                .onSuccess(all -> readiness.start())
                .map(this)
                .onComplete(listening));
        return listening.future();
    }

    /** The port that clients connect to. */
    public int port() {
        return server.actualPort();
    }

    public int managementPort() {
        return management.actualPort();
    }

    /** Takes no more requests, lets those under way end within the drain time-out, then ends everything. */
    public Future<Void> stop() {
        Promise<Void> drained = Promise.promise();
        vertx.runOnContext(onEventLoop -> management
                .close()
                .eventually(() -> connections.drain(configuration.limits().drainTimeout()))
                .onComplete(drained));
        return drained.future().eventually(() -> readiness.stop()).eventually(() -> vertx.close());
    }

    private static void check(RouteTable routes, GatewayConfiguration configuration) {
        Set<String> routed = new TreeSet<>();
        routes.routes().forEach(route -> {
            routed.add(route.backend());
            route.timeout()
                    .filter(timeout ->
                            !configuration.limits().isOfFiles(route.path().value()))
                    .filter(timeout -> timeout.compareTo(configuration.limits().idleTimeout()) >= 0)
                    .ifPresent(timeout -> {
                        throw new ConfigurationException(
                                "limits.idle-timeout must be above the time-out of every route that is not of files");
                    });
        });
        Set<String> configured = configuration.backends().keySet();
        for (String name : routed) {
            if (!configured.contains(name)) {
                throw new ConfigurationException(
                        "the manifest routes to " + name + ", but backend." + name + " is not configured");
            }
        }
        for (String name : configured) {
            if (!routed.contains(name)) {
                throw new ConfigurationException("backend." + name + " is configured, but nothing is routed to it");
            }
        }
    }
}
