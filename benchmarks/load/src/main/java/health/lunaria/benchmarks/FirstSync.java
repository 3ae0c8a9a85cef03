package health.lunaria.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;

/** What a device sends that knows nothing yet: it reads everything. */
final class FirstSync implements Call {

    @Override
    public String label() {
        return "read five years in one sync";
    }

    @Override
    public HttpRequest.Builder request(String url, Random random) {
        return sync(url, "{}");
    }

    static HttpRequest.Builder sync(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url + "/v1/cycle/sync")).POST(BodyPublishers.ofString(body));
    }
}
