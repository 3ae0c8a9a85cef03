package health.lunaria.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Cursors into somebody's access log. */
final class AccessLogPages {

    private AccessLogPages() {}

    /** A cursor that its owner could follow. */
    static String firstCursor(Api api) {
        String page = "/v1/audit/access-log?limit=1";
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !api.get(page).expect(200).json().path("next").isNull());
        return api.get(page).json().path("next").textValue();
    }
}
