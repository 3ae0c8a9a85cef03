package health.lunaria.gateway.upstream;

import health.lunaria.gateway.logging.EventLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Asks each backend once a second whether it is ready. A refused connection or another status than 200 counts at once;
 * silence counts only the third time in a row, because a busy machine may be slow to answer without being down.
 */
public final class ReadinessPoll {

    private static final long PERIOD_MILLIS = 1000;
    private static final long TIMEOUT_MILLIS = 900;
    private static final int SILENCES = 3;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final List<Probe> probes = new ArrayList<>();
    private final EventLog events;
    private long timer;

    public ReadinessPoll(Vertx vertx, Collection<Upstream> upstreams, EventLog events) {
        this.vertx = vertx;
        this.events = events;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(1).setMaxWaitQueueSize(1).setConnectTimeout((int)
                        TIMEOUT_MILLIS));
        upstreams.forEach(upstream -> probes.add(new Probe(upstream)));
    }

    public void start() {
        probes.forEach(Probe::ask);
        timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> probes.forEach(Probe::ask));
    }

    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        return client.close();
    }

    private final class Probe {
        private final Upstream upstream;
        private final RequestOptions readiness;
        private boolean asking;
        private int silences;

        Probe(Upstream upstream) {
            this.upstream = upstream;
            this.readiness = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(upstream.readiness().toString())
                    .setTimeout(TIMEOUT_MILLIS);
        }

        void ask() {
            if (asking) {
                return;
            }
            asking = true;
            client.request(readiness)
                    .compose(HttpClientRequest::send)
                    .compose(answer -> answer.end().map(end -> answer.statusCode() == OK))
                    .onComplete(answer -> {
                        asking = false;
                        boolean silent = answer.failed() && answer.cause() instanceof TimeoutException;
                        silences = silent ? silences + 1 : 0;
                        if (!silent || silences >= SILENCES) {
                            know(answer.succeeded() && answer.result());
                        }
                    });
        }

        private void know(boolean ready) {
            if (ready == upstream.isKnownUnready()) {
                events.event(ready ? "backend ready" : "backend unready", upstream.name());
            }
            upstream.known(ready);
        }
    }
}
