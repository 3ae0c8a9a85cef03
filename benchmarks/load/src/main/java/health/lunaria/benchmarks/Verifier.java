package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the verifier of a running audit-service tells its monitoring. */
final class Verifier {

    private static final String SIZE = "lunaria_audit_verification_size";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI metrics;

    /** @param managementPort of audit-service */
    Verifier(int managementPort) {
        this.metrics = URI.create("http://127.0.0.1:" + managementPort + "/q/metrics");
    }

    /** How many leaves are verified. */
    long verified() {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(5)).build();
        try {
            return verified(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failed) {
            throw new LauncherException("The verifier cannot be watched: " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    static long verified(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(SIZE))
                .map(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new LauncherException("The verifier does not tell how far it is"));
    }
}
