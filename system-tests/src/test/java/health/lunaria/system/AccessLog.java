package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A user's access log, read to its end. */
final class AccessLog {

    private AccessLog() {}

    static List<JsonNode> of(Api api) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/audit/access-log?limit=200" + cursor)
                    .expect(200)
                    .json();
            page.path("entries").forEach(entries::add);
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").textValue();
        } while (cursor != null);
        return entries;
    }

    static List<JsonNode> of(Api api, String action) {
        return of(api).stream()
                .filter(entry -> entry.path("action").textValue().equals(action))
                .toList();
    }

    /** Waits until there are exactly so many. */
    static void awaitEntries(Api api, String action, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> of(api, action).size() >= count);
        assertThat(of(api, action)).hasSize(count);
    }
}
