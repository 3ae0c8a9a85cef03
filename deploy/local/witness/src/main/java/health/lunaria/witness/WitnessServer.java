package health.lunaria.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness of transparency logs over plain HTTP: <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a> with {@code
 * add-checkpoint} and the latest checkpoints for monitors. On one machine it stands in for the witness in the second
 * account: whoever owns the machine owns log and witness, so here it proves only that the protocol is kept.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int MAX_BODY = 64 * 1024;
    private static final int THREADS = 4;
    private static final int WAITING_REQUESTS = 128;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    static {
        // Seconds; a slow or silent client must not hold a thread. The server reads them once, when it is loaded.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    private final Witness witness;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final PrintStream log;

    private WitnessServer(Config config, Witness witness, PrintStream log) throws IOException {
        this.witness = witness;
        this.log = log;
        this.server = HttpServer.create(new InetSocketAddress(config.address(), config.port()), 64);
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING_REQUESTS));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts to listen; ready when it returns.
     *
     * @throws UncheckedIOException if the port is taken
     * @throws IllegalStateException if the directory is in use or what it holds is damaged
     */
    public static WitnessServer start(Config config) {
        return start(config, System.out);
    }

    static WitnessServer start(Config config, PrintStream log) {
        Witness witness = Witness.open(config);
        try {
            WitnessServer server = new WitnessServer(config, witness, log);
            server.server.start();
            server.log("Witness " + config.name() + " on port " + server.port() + " for " + witness.origins()
                    + ": a stand-in for the one in the second account, on the machine of the log itself");
            return server;
        } catch (IOException failed) {
            witness.close();
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The vkey that verifies its cosignatures. */
    public String verifierKey() {
        return witness.verifierKey().toString();
    }

    /** Stops at once; what was cosigned stays on disk. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        witness.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, TEXT, answer(exchange));
        } catch (Refusal refusal) {
            refuse(exchange, refusal);
        } catch (RuntimeException failed) {
            log("Failed: " + failed);
            refuse(exchange, Refusal.failed());
        }
    }

    private String answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/add-checkpoint" -> addCheckpoint(exchange);
            case "/health" -> "up\n";
            case "/key" -> verifierKey() + "\n";
            default -> latest(path);
        };
    }

    private String addCheckpoint(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw Refusal.notPost();
        }
        byte[] body = body(exchange);
        try {
            return witness.add(body);
        } catch (Refusal refusal) {
            logRefused(refusal, body);
            throw refusal;
        }
    }

    /** What the log itself signed and yet does not continue it may prove that it misbehaves. */
    private void logRefused(Refusal refusal, byte[] body) {
        log("Refused with " + refusal.status()
                + (refusal.isMisbehaviour() ? ": " + SignedNote.decode(body).replace("\n", "\\n") : ""));
    }

    private String latest(String path) {
        Matcher named = LATEST.matcher(path);
        if (!named.matches()) {
            throw Refusal.notFound();
        }
        return witness.latest(named.group(1)).orElseThrow(Refusal::notFound);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw Refusal.tooLarge();
            }
            return body;
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        if (refusal.status() == 405) {
            exchange.getResponseHeaders().set("Allow", "POST");
        }
        send(exchange, refusal.status(), refusal.contentType(), refusal.body());
    }

    private static void send(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void log(String line) {
        log.println(Instant.now() + " " + line);
    }
}
