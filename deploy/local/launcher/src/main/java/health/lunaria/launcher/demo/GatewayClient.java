package health.lunaria.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls the API as an app would: through the gateway, trusting the stack's CA, with a user's token. */
final class GatewayClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Home home;
    private final String token;
    private final HttpClient client;

    GatewayClient(Home home, String token) {
        this.home = home;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(home))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    JsonNode put(String path, JsonNode body, String... headers) {
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
                throw new LauncherException(method + " " + path + " was answered with " + answer.statusCode() + ": "
                        + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException down) {
            throw new LauncherException("The gateway does not answer: is the stack up? (./lunaria status)", down);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    private static SSLContext trusting(Home home) {
        try (InputStream in = Files.newInputStream(home.caCertificate())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new LauncherException("The stack's certificate cannot be read: " + failed.getMessage(), failed);
        }
    }
}
