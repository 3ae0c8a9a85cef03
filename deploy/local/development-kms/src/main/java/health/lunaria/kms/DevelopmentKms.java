package health.lunaria.kms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stand-in for AWS KMS on one machine: its JSON 1.1 protocol over plain HTTP on the loopback interface, signatures
 * verified, real cryptography, keys sealed on disk. For development and tests only: keys and their users live on the same
 * machine, so it protects nothing from whoever owns that machine.
 */
public final class DevelopmentKms implements AutoCloseable {

    private static final String JSON_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET_PREFIX = "TrentService.";
    private static final int MAX_BODY = 64 * 1024;
    private static final int THREADS = 8;
    private static final int WAITING_REQUESTS = 256;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Seconds; a slow or silent client must not hold a thread. The server reads them once, when it is loaded.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final SignatureCheck signatures;
    private final Keys keys;
    private final Operations operations;
    private final Principal administrator;
    private final PrintStream log;

    private DevelopmentKms(Config config, PrintStream log) throws IOException {
        this.log = log;
        this.administrator = config.administrator();
        this.signatures = new SignatureCheck(
                Stream.of(
                                Stream.of(administrator),
                                Stream.ofNullable(config.epochJob()),
                                config.services().stream())
                        .flatMap(principals -> principals),
                config.region(),
                config.clock());
        this.keys = new Keys(
                new KeyFiles(config.directory(), config.rootSecret()),
                new Permissions(administrator, config.epochJob()),
                config.clock(),
                config.region());
        this.operations = new Operations(
                keys, config.services().stream().map(Principal::name).collect(Collectors.toSet()));
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING_REQUESTS));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 128);
        server.setExecutor(threads);
        server.createContext("/health", this::health);
        server.createContext("/", this::answer);
    }

    /**
     * Starts to listen; ready when it returns.
     *
     * @throws UncheckedIOException if the port is taken
     * @throws IllegalStateException if a key file is damaged or was sealed under another root secret
     */
    public static DevelopmentKms start(Config config) {
        return start(config, System.out);
    }

    static DevelopmentKms start(Config config, PrintStream log) {
        try {
            DevelopmentKms kms = new DevelopmentKms(config, log);
            kms.server.start();
            kms.log("Development KMS on port " + kms.port() + ": a stand-in for one machine, never for production");
            return kms;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The base URL for clients. */
    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * Makes a symmetric key as the administrator would.
     *
     * @param service name of the principal that may use it
     * @return its ARN
     */
    public String createKey(String service) {
        return keys.arn(keys.create(administrator, KeySpec.SYMMETRIC_DEFAULT, tagged(service)));
    }

    /** Makes an Ed25519 key with which only this service can sign, and returns its ARN. */
    public String createSigningKey(String service) {
        return keys.arn(keys.create(administrator, KeySpec.ECC_NIST_EDWARDS25519, tagged(service)));
    }

    private static Map<String, String> tagged(String service) {
        return Map.of(Operations.PRINCIPAL_TAG, service);
    }

    /** The public half of a signing key, as SubjectPublicKeyInfo. */
    public byte[] publicKey(String arn) {
        return keys.show(administrator, arn, KeySpec.ECC_NIST_EDWARDS25519).publicKey();
    }

    /** Stops at once; the keys stay on disk. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void health(HttpExchange exchange) throws IOException {
        send(exchange, 200, JSON.createObjectNode().put("status", "UP"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String operation = operation(exchange);
        Principal caller = null;
        try {
            byte[] body = body(exchange);
            caller = signatures.verify(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            send(exchange, 200, operations.call(operation, caller, request(body)));
        } catch (KmsException refused) {
            refuse(exchange, refused, operation, caller);
        } catch (RuntimeException failed) {
            log(failed.toString());
            refuse(exchange, KmsException.internal(), operation, caller);
        }
    }

    private void refuse(HttpExchange exchange, KmsException refused, String operation, Principal caller)
            throws IOException {
        log(refused.type() + " to " + (caller == null ? "a stranger" : caller.name()) + " for " + printable(operation));
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refused.type());
        send(
                exchange,
                refused.status(),
                JSON.createObjectNode().put("__type", refused.type()).put("message", refused.getMessage()));
    }

    private static String operation(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target != null && target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "";
    }

    private static String printable(String operation) {
        return operation.matches("[A-Za-z]{1,40}") ? operation : "an unknown operation";
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw KmsException.tooLarge();
            }
            return body;
        }
    }

    private static Request request(byte[] body) {
        try {
            return new Request(JSON.readTree(body));
        } catch (IOException notJson) {
            throw Request.malformed();
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", JSON_TYPE);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void log(String line) {
        log.println(Instant.now() + " " + line);
    }
}
