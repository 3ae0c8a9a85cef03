package health.lunaria.benchmarks;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.tls.Identity;
import health.lunaria.launcher.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Delivers events as the relay of one replica of a service does: with the service's certificate, the next batch when the last
 * one is answered.
 */
final class EventSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String service;
    private final URI url;
    private final HttpClient http;
    private final Random random;

    /**
     * @param service whose certificate is shown
     * @param port of audit-service
     * @param seed of ids and of the people that its events are about
     */
    EventSender(Home home, String service, int port, long seed) {
        Path tls = home.tls();
        this.service = service;
        this.url = URI.create("https://localhost:" + port + "/internal/events");
        this.random = new Random(seed);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Trust.inOnly(
                        home.caCertificate(),
                        Identity.of(tls.resolve(service + ".crt"), tls.resolve(service + ".key"))))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Delivers until a moment has come.
     *
     * @param events in each batch
     * @param subjects how many people there are
     * @param until as of {@link System#nanoTime}
     */
    List<Delivery> repeat(int events, int subjects, long until) throws InterruptedException {
        List<Delivery> deliveries = new ArrayList<>();
        while (System.nanoTime() < until) {
            deliveries.add(deliver(EventBatch.ofMany(service, events, subjects, random)));
        }
        return deliveries;
    }

    /** One event about each. */
    Delivery deliverAbout(String... subjects) throws InterruptedException {
        return deliver(EventBatch.about(service, random, subjects));
    }

    /** @throws LauncherException if it was not taken: what fails is not worth being measured */
    private Delivery deliver(EventBatch batch) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch.json()))
                .build();
        try {
            long sent = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            long took = System.nanoTime() - start;
            if (answer.statusCode() != 204) {
                throw new LauncherException("Events were answered with " + answer.statusCode() + ": " + answer.body());
            }
            return new Delivery(batch.last(), sent, took);
        } catch (IOException failed) {
            throw new LauncherException("Events were not answered: " + failed, failed);
        }
    }
}
