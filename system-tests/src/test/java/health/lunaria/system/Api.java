package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.tls.Identity;
import health.lunaria.launcher.tls.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The suite's API through the gateway, called with one access token. Thread-safe. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<List<Path>, HttpClient> CLIENTS = new ConcurrentHashMap<>();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final String url;
    private final HttpClient client;
    private final String token;

    /**
     * @param identity certificate and key of the caller, or nothing
     * @param token the access token, or {@code null} for none
     */
    Api(String url, Path ca, List<Path> identity, String token) {
        this.url = url;
        List<Path> files = Stream.concat(Stream.of(ca), identity.stream()).toList();
        this.client = CLIENTS.computeIfAbsent(files, Api::newClient);
        this.token = token;
    }

    record Answer(int status, HttpClient.Version version, HttpHeaders headers, String body) {

        Answer expect(int expected) {
            assertThat(status).as("status of the answer %s", body).isEqualTo(expected);
            return this;
        }

        /** Expects a problem with this slug. */
        Answer problem(int expected, String slug) {
            expect(expected);
            assertThat(header("content-type")).startsWith("application/problem+json");
            assertThat(json().path("type").textValue()).endsWith("/" + slug);
            return this;
        }

        JsonNode json() {
            return parse(body);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer put(String path, String body, String... headers) {
        return call("PUT", path, body, headers);
    }

    Answer post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    /** Sends a file as it is. */
    Answer upload(String path, byte[] file, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofByteArray(file))
                .header("Authorization", "Bearer " + token)
                .headers(headers);
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What stands there, byte by byte. */
    byte[] download(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as("status of %s", path).isEqualTo(200);
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answer call(String method, String path, String body, String... headers) {
        try {
            return tryCall(method, path, body, headers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@link #call}, for a test in which the connection may break. */
    Answer tryCall(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.version(), response.headers(), response.body());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static HttpClient newClient(List<Path> files) {
        return HttpClient.newBuilder()
                .sslContext(
                        Trust.inOnly(files.get(0), files.size() == 1 ? null : Identity.of(files.get(1), files.get(2))))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
