package health.lunaria.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls the API as an app would: through the gateway, trusting the stack's CA, with a user's token. Whatever is not answered
 * with a success is a {@link LauncherException}. Thread-safe.
 */
public final class GatewayClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRECONDITION_FAILED = 412;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Home home;
    private final String token;
    private final HttpClient client;

    /** @param token an access token */
    public GatewayClient(Home home, String token) {
        this.home = home;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .sslContext(Trust.inOnly(home.caCertificate()))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    public JsonNode put(String path, JsonNode body, String... headers) {
        return call("PUT", path, body.toString(), headers);
    }

    /** Writes what is not there yet; what is there stays as it is. */
    public void create(String path, JsonNode body) {
        HttpResponse<String> answer = send("PUT", path, body.toString(), "If-None-Match", "*");
        if (answer.statusCode() != PRECONDITION_FAILED) {
            read("PUT", path, answer);
        }
    }

    void post(String path, String body, String... headers) {
        call("POST", path, body, headers);
    }

    private JsonNode call(String method, String path, String body, String... headers) {
        return read(method, path, send(method, path, body, headers));
    }

    private static JsonNode read(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new LauncherException(
                    method + " " + path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new LauncherException(method + " " + path + " was not answered with JSON", noJson);
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home.url() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException down) {
            throw new LauncherException("The gateway does not answer: is the stack up? (./lunaria status)", down);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }
}
