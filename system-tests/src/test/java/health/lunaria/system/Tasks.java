package health.lunaria.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;

/** Imports and exports, which go on after their request was answered. */
final class Tasks {

    private static final Set<String> ENDS = Set.of("done", "failed", "cancelled");

    private Tasks() {}

    /**
     * Waits until a task has ended.
     *
     * @param accepted the answer to the request for it
     * @return its last state
     */
    static String awaitEnd(Api api, String route, Api.Answer accepted) {
        String path = route + "/" + accepted.expect(202).json().path("id").textValue();
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> state(api, path), ENDS::contains);
    }

    static String state(Api api, String path) {
        return api.get(path).json().path("state").asText();
    }
}
