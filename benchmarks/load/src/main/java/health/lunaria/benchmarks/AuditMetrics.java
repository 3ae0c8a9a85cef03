package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a running audit-service tells its monitoring. */
final class AuditMetrics {

    private static final String SIZE = "lunaria_audit_verification_size";
    private static final String PROOF = "lunaria_audit_log_proof_seconds{quantile=\"%s\"";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI metrics;

    /** @param managementPort of audit-service */
    AuditMetrics(int managementPort) {
        this.metrics = URI.create("http://127.0.0.1:" + managementPort + "/q/metrics");
    }

    /** How many leaves are verified. */
    long verified() {
        return (long) value(read(), SIZE);
    }

    /**
     * How long the last proofs took, in milliseconds, from the tables to the hashes.
     *
     * @param quantile 0.5 or 0.99
     */
    double proof(double quantile) {
        return value(read(), PROOF.formatted(quantile)) * 1000;
    }

    private String read() {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new LauncherException("The metrics of audit-service cannot be read: " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    /** @param name how the line begins */
    static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new LauncherException("audit-service does not tell " + name));
    }
}
