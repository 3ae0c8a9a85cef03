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

    void post(String path, String body, String... headers) {
        call("POST", path, body, headers);
    }

    private JsonNode call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home.url() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LauncherException(
                        method + " " + path + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException down) {
            throw new LauncherException("The gateway does not answer: is the stack up? (./lunaria status)", down);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }
}
