package health.lunaria.benchmarks;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.tls.Trust;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** One app with one user, on a connection of its own: sends the next call when the last one is answered. */
final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String url;
    private final HttpClient http;
    private final Random random;
    private String token;

    /** @param seed of what it logs and reads */
    Client(Home home, long seed) {
        this.url = home.url();
        this.random = new Random(seed);
        this.http = HttpClient.newBuilder()
                .sslContext(Trust.inOnly(home.caCertificate()))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Goes on as this user. */
    void become(String accessToken) {
        this.token = accessToken;
    }

    /**
     * Calls until a moment has come.
     *
     * @param until as of {@link System#nanoTime}
     * @return how long each call took, in nanoseconds
     * @throws LauncherException if a call was not answered with 200: what fails is not worth being measured
     */
    long[] repeat(Call call, long until) throws InterruptedException {
        long[] latencies = new long[1024];
        int count = 0;
        for (; System.nanoTime() < until; count++) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count] = once(call);
        }
        return Arrays.copyOf(latencies, count);
    }

    /**
     * Calls and has the answer looked at.
     *
     * @return how long the call took, in nanoseconds
     * @throws LauncherException if it was not answered with 200
     */
    long once(Call call) throws InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = send(call);
        long took = System.nanoTime() - start;
        if (answer.statusCode() != 200) {
            throw new LauncherException("To " + call.label() + " was answered with " + answer.statusCode());
        }
        call.answered(answer.body());
        return took;
    }

    int status(Call call) throws InterruptedException {
        return send(call).statusCode();
    }

    private HttpResponse<byte[]> send(Call call) throws InterruptedException {
        HttpRequest request = call.request(url, random)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new LauncherException("To " + call.label() + " was not answered: " + failed, failed);
        }
    }
}
