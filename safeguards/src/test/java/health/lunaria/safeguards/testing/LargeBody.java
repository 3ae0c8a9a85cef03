package health.lunaria.safeguards.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Announces a body and waits with it for the answer. A client that begins to send one may find the connection closed before it has
 * read why.
 */
public final class LargeBody {

    private static final int PATIENCE_MILLIS = 30_000;

    private LargeBody() {}

    /** @return the status of the answer to a JSON body of that many bytes */
    public static int announce(String method, String path, String token, int bytes) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIf-None-Match: *\r\nContent-Length: " + bytes + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(status.split(" ")[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
