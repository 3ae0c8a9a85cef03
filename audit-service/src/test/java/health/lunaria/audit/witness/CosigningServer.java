package health.lunaria.audit.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.lunaria.audit.log.TreeHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Answers as C2SP tlog-witness says, except that it believes every proof; and otherwise when told. */
final class CosigningServer implements AutoCloseable {

    private static final String NAME = "witness.example/w1";
    private static final long TIME = 1_679_315_147L;

    private final KeyPair keys;
    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private Handler otherwise;
    private long size;

    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    CosigningServer() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/prefix/add-checkpoint", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix");
    }

    String vkey() {
        return NAME + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(material());
    }

    List<String> asked() {
        return asked;
    }

    void answerBy(Handler handler) {
        this.otherwise = handler;
    }

    void answer(int status, String body) {
        answerBy(exchange -> send(exchange, status, "text/plain", body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        if (otherwise != null) {
            otherwise.handle(exchange);
            return;
        }
        String note = body.substring(body.indexOf("\n\n") + 2);
        long oldSize = Long.parseLong(body.lines().findFirst().orElseThrow().substring("old ".length()));
        if (oldSize != size) {
            send(exchange, 409, "text/x.tlog.size", size + "\n");
            return;
        }
        size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        send(exchange, 200, "text/plain", line(note.substring(0, note.lastIndexOf("\n\n") + 1), TIME));
    }

    /** The cosignature of a checkpoint's body. */
    String line(String body, long seconds) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(("cosignature/v1\ntime " + seconds + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return line(ByteBuffer.allocate(76)
                    .put(id())
                    .putLong(seconds)
                    .put(signature.sign())
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String line(byte[] bytes) {
        return "— " + NAME + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    static void send(HttpExchange exchange, int status, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private byte[] id() {
        byte[] name = (NAME + "\n").getBytes(StandardCharsets.UTF_8);
        return TreeHash.keyId(
                ByteBuffer.allocate(name.length + 33).put(name).put(material()).array());
    }

    private byte[] material() {
        byte[] x509 = keys.getPublic().getEncoded();
        return ByteBuffer.allocate(33)
                .put((byte) 4)
                .put(Arrays.copyOfRange(x509, x509.length - 32, x509.length))
                .array();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
