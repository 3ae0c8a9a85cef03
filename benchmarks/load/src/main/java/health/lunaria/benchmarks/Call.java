package health.lunaria.benchmarks;

import java.net.http.HttpRequest;
import java.util.Random;

/** What a client sends again and again. */
interface Call {

    /** As in "to … was answered with 503". */
    String label();

    /** @param url of the gateway */
    HttpRequest.Builder request(String url, Random random);

    /**
     * Looks at an answer with status 200; the time that it takes is no part of the call's.
     *
     * @throws health.lunaria.launcher.LauncherException if it is not what it has to be: then nothing was measured
     */
    default void answered(byte[] body) {}
}
