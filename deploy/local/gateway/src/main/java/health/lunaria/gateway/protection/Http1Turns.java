package health.lunaria.gateway.protection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one HTTP/1.1 connection to HTTP/1.1, and bounds it: how many requests may wait for their answers (pipelining), and how long the next
 * request's head may take to arrive, which a client that sends a byte now and then could otherwise stretch without end.
 */
final class Http1Turns extends ChannelDuplexHandler {

    private static final int MAX_WAITING = 16;
    private static final Exception UNKNOWN_VERSION = new UnsupportedOperationException("another version of HTTP");

    private final Duration patience;
    private int waiting;
    private Future<?> deadline;

    Http1Turns(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expectRequest(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deadline.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            deadline.cancel(false);
            waiting++;
            refuseOtherVersions(request);
        }
        if (waiting > MAX_WAITING) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean answered = message instanceof LastHttpContent && !isInformational(message);
        super.write(context, message, promise);
        if (answered && --waiting == 0) {
            expectRequest(context);
        }
    }

    /** Vert.x would answer unknown versions by itself, in the version of the request and without our headers. */
    private static void refuseOtherVersions(HttpRequest request) {
        // Not by equals: "http/1.1" is equal, but not the same.
        if (request.protocolVersion() != HttpVersion.HTTP_1_1) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            if (request.decoderResult().isSuccess()) {
                request.setDecoderResult(DecoderResult.failure(UNKNOWN_VERSION));
            }
        }
    }

    private void expectRequest(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
