package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.testing.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection over which a request is written byte by byte, as a client library would not. */
final class RawUpload implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream answer;

    RawUpload() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answer = new BufferedInputStream(socket.getInputStream());
    }

    RawUpload head(String method, String path, String user, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Authorization: Bearer ").append(Tokens.of(user)).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return send(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    RawUpload send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawUpload chunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        send(bytes);
        return send(new byte[] {'\r', '\n'});
    }

    RawUpload lastChunk() throws IOException {
        return send("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The line with the status, and what belongs to it. */
    String statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next >= 0 && next != '\n'; next = read()) {
            line.append((char) next);
        }
        return line.toString().trim();
    }

    /** Everything until the other side closes; a reset ends it, too. */
    byte[] readToEnd() {
        var all = new ByteArrayOutputStream();
        try {
            for (int next = read(); next >= 0; next = read()) {
                all.write(next);
            }
        } catch (IOException reset) {
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    private int read() throws IOException {
        return answer.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
