package health.lunaria.system.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves a published log by plain HTTP on loopback. */
final class LogServer implements AutoCloseable {

    private final HttpServer server;
    private volatile PublishedLog log;

    LogServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    void serve(PublishedLog published) {
        log = published;
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/log";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = content(exchange.getRequestURI().getPath().substring("/log/".length()));
            exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    /** Empty when there is no such file. */
    private byte[] content(String path) {
        try {
            return log.read(path);
        } catch (IllegalArgumentException | IllegalStateException missing) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
