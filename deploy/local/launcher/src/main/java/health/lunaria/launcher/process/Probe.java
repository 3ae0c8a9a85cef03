package health.lunaria.launcher.process;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What answers on a plain loopback URL. */
public final class Probe {

    private static final int TIMEOUT_MILLIS = 1000;
    private static final int MAX_TEXT = 4096;

    private Probe() {}

    /** Whether it is 200. */
    public static boolean isUp(String url) {
        try {
            HttpURLConnection connection = open(url);
            boolean up = connection.getResponseCode() == 200;
            connection.disconnect();
            return up;
        } catch (IOException down) {
            return false;
        }
    }

    /**
     * A short text.
     *
     * @throws LauncherException if there is none
     */
    public static String text(String url) {
        try (InputStream answer = open(url).getInputStream()) {
            return new String(answer.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
        } catch (IOException down) {
            throw new LauncherException("No answer from " + url, down);
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
