package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.demo.GatewayClient;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Imports a large file as one user, through the gateway, and watches how much memory cycle-service takes meanwhile. */
final class HealthImport {

    private static final String PATH = "/v1/cycle/imports";
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration TOKEN_USED = Duration.ofMinutes(2);
    private static final int ACCEPTED = 202;
    private static final Set<String> ENDS = Set.of(ImportOutcome.DONE, "failed", "cancelled");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Home home;
    private final Supplier<String> token;
    private final ProcessHandle service;

    /**
     * @param token gives a fresh one of a user who consented and logged nothing
     * @param service the process that imports
     */
    HealthImport(Home home, Supplier<String> token, ProcessHandle service) {
        this.home = home;
        this.token = token;
        this.service = service;
    }

    /**
     * @return how it ended, be it well or not
     * @throws LauncherException if it is not accepted, or does not end in time
     */
    ImportOutcome run(Path file) {
        ResidentMemory memory = ResidentMemory.of(service);
        OptionalLong before = memory.now();
        memory.forgetPeak();
        long start = System.nanoTime();
        JsonNode end = end(file, start);
        return new ImportOutcome(
                text(end), end.path("done").asInt(), (System.nanoTime() - start) / 1e9, before, memory.peak());
    }

    private JsonNode end(Path file, long start) {
        try {
            return await(upload(file), start);
        } catch (LauncherException failed) {
            if (service.isAlive()) {
                throw failed;
            }
            return JSON.createObjectNode().put("state", "the service ended");
        }
    }

    private String upload(Path file) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Trust.inOnly(home.caCertificate()))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + PATH))
                    .timeout(UPLOAD_PATIENCE)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED) {
                throw new LauncherException(
                        "The upload was answered with " + answer.statusCode() + ": " + answer.body());
            }
            return id(JSON.readTree(answer.body()));
        } catch (IOException failed) {
            throw new LauncherException("The upload failed: " + failed, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    static String id(JsonNode accepted) {
        String id = accepted.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw new LauncherException("The upload was answered without an id that can stand in a path");
        }
        return id;
    }

    private JsonNode await(String id, long start) {
        GatewayClient client = null;
        long tokenUntil = 0;
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            if (client == null || System.nanoTime() - tokenUntil > 0) {
                client = new GatewayClient(home, token.get());
                tokenUntil = System.nanoTime() + TOKEN_USED.toNanos();
            }
            JsonNode state = client.get(PATH + "/" + id);
            if (ENDS.contains(state.path("state").asText())) {
                return state;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
        }
        throw new LauncherException("The import did not end in time");
    }

    static String text(JsonNode end) {
        String state = end.path("state").asText();
        return end.path("problem").isTextual()
                ? state + " (" + end.path("problem").asText() + ")"
                : state;
    }

    private static LauncherException interrupted() {
        Thread.currentThread().interrupt();
        return new LauncherException("Interrupted");
    }
}
