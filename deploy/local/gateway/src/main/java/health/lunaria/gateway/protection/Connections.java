package health.lunaria.gateway.protection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The clients' connections: at most so many at once, and an orderly end for all of them. Confined to the event loop.
 *
 * <p>Vert.x 4 can only stop listening by closing every connection, and lets HTTP/1.1 clients queue requests without
 * bound; both are put right on the Netty channels below it.
 */
public final class Connections {

    private final Vertx vertx;
    private final int max;
    private final Duration idle;
    private final Map<HttpConnection, Use> uses = new HashMap<>();
    private final Promise<Void> drained = Promise.promise();
    private Channel listener;
    private boolean draining;

    /**
     * @param max connections at once; further ones are closed as soon as they are there
     * @param idle how long an HTTP/1.1 connection may take to bring its next request, however slowly bytes trickle in
     */
    public Connections(Vertx vertx, int max, Duration idle) {
        this.vertx = vertx;
        this.max = max;
        this.idle = idle;
    }

    public void opened(HttpConnection connection) {
        if (draining || uses.size() >= max) {
            connection.close();
            return;
        }
        ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
        listener = context.channel().parent();
        boolean http1 = context.pipeline().get("httpDecoder") != null;
        if (http1) {
            context.pipeline().addBefore("handler", "turns", new Http1Turns(idle));
        }
        uses.put(connection, new Use(http1));
        connection.closeHandler(closed -> {
            uses.remove(connection);
            completeIfDrained();
        });
    }

    public void requestStarted(HttpConnection connection) {
        uses.computeIfPresent(connection, (key, use) -> use.add(1));
    }

    public void requestEnded(HttpConnection connection) {
        Use use = uses.computeIfPresent(connection, (key, current) -> current.add(-1));
        if (draining && use != null) {
            use.closeIfIdle(connection);
        }
    }

    /** Accepts no more connections, lets requests under way end, and completes when no connection is left. */
    public Future<Void> drain(Duration timeout) {
        draining = true;
        if (listener != null) {
            listener.close();
        }
        long timer = vertx.setTimer(timeout.toMillis(), late -> drained.tryComplete());
        new ArrayList<>(uses.entrySet()).forEach(entry -> {
            if (entry.getValue().http1) {
                entry.getValue().closeIfIdle(entry.getKey());
            } else {
                entry.getKey().shutdown(timeout.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
        completeIfDrained();
        return drained.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void completeIfDrained() {
        if (draining && uses.isEmpty()) {
            drained.tryComplete();
        }
    }

    private static final class Use {
        private final boolean http1;
        private int requests;

        Use(boolean http1) {
            this.http1 = http1;
        }

        Use add(int change) {
            requests += change;
            return this;
        }

        /** HTTP/2 connections end by themselves after GOAWAY; HTTP/1.1 has no such word. */
        void closeIfIdle(HttpConnection connection) {
            if (http1 && requests == 0) {
                connection.close();
            }
        }
    }
}
