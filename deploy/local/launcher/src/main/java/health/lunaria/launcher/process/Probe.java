package health.lunaria.launcher.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether something answers 200 on a plain loopback URL. */
public final class Probe {

    private static final int TIMEOUT_MILLIS = 1000;

    private Probe() {}

    public static boolean isUp(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            boolean up = connection.getResponseCode() == 200;
            connection.disconnect();
            return up;
        } catch (IOException down) {
            return false;
        }
    }
}
