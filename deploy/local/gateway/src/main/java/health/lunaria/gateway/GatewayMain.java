package health.lunaria.gateway;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.configuration.ConfigurationFile;
import health.lunaria.gateway.configuration.GatewayConfiguration;
import health.lunaria.gateway.logging.EventLog;
import health.lunaria.gateway.logging.LibraryLog;
import health.lunaria.gateway.logging.Logs;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts the gateway from a properties file. Exit status 2: the configuration was refused; 1: it could not listen. On
 * SIGTERM requests under way are finished first.
 */
public final class GatewayMain {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int START_SECONDS = 10;
    private static final int CLOSE_SECONDS = 5;

    private GatewayMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            exit(REFUSED, "usage: java -jar gateway.jar CONFIGURATION.properties");
        }
        EventLog events = Logs.to(System.out::println).events();
        LibraryLog.install(events);
        try {
            GatewayConfiguration configuration = ConfigurationFile.read(Path.of(arguments[0]));
            Gateway gateway = Gateway.start(configuration, System.out::println)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
            stopOnSignal(gateway, configuration, events);
            events.event("listening", "https://localhost:" + gateway.port() + ", a local stand-in for Envoy Gateway");
        } catch (ConfigurationException refused) {
            exit(REFUSED, refused.getMessage());
        } catch (ExecutionException | TimeoutException failure) {
            events.failure("not started", failure);
            exit(FAILED, "cannot listen; is a port taken?");
        }
    }

    private static void stopOnSignal(Gateway gateway, GatewayConfiguration configuration, EventLog events) {
        long seconds = configuration.limits().drainTimeout().toSeconds() + CLOSE_SECONDS;
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            events.event("stopping", "requests under way are finished first");
                            try {
                                gateway.stop()
                                        .toCompletionStage()
                                        .toCompletableFuture()
                                        .get(seconds, TimeUnit.SECONDS);
                            } catch (InterruptedException | ExecutionException | TimeoutException failure) {
                                events.failure("not stopped in order", failure);
                            }
                        },
                        "stop"));
    }

    private static void exit(int status, String why) {
        System.err.println("gateway: " + why);
        System.exit(status);
    }
}
