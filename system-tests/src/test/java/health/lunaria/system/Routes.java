package health.lunaria.system;

import java.util.List;

/** Every route for users, with a body that is good. */
enum Routes {
    READ_PROFILE("GET", "/v1/profile", null),
    WRITE_PROFILE("PUT", "/v1/profile", "{\"displayName\":\"X\"}"),
    READ_CONSENTS("GET", "/v1/profile/consents", null),
    READ_CONSENT_HISTORY("GET", "/v1/profile/consents/history", null),
    WRITE_CONSENT("PUT", "/v1/profile/consents/research", "{\"granted\":false,\"policyVersion\":\"2026-11\"}"),
    WRITE_DAYS("PUT", "/v1/cycle/days", "{\"days\":[{\"date\":\"2026-05-05\",\"flow\":\"light\"}]}"),
    SEARCH_DAYS("POST", "/v1/cycle/days/search", "{\"from\":\"2026-01-01\",\"to\":\"2026-11-01\"}"),
    SYNC_DAYS(
            "POST",
            "/v1/cycle/sync",
            "{\"changes\":[{\"date\":\"2026-05-05\",\"baseRevision\":0,\"day\":{\"flow\":\"light\"}}]}"),
    READ_CATALOGUE("GET", "/v1/cycle/catalogue", null),
    READ_MODE("GET", "/v1/cycle/mode", null),
    WRITE_MODE("PUT", "/v1/cycle/mode", "{\"phases\":[]}"),
    READ_CHART("GET", "/v1/cycle/chart", null),
    SEARCH_ATTACHMENTS("POST", "/v1/cycle/attachments/search", "{\"from\":\"2026-01-01\",\"to\":\"2026-11-01\"}"),
    ATTACH("POST", "/v1/cycle/attachments", "not a picture"),
    IMPORT("POST", "/v1/cycle/imports", "not a file"),
    EXPORT("POST", "/v1/cycle/exports", "{\"format\":\"json\"}"),
    MAKE_CALENDAR("POST", "/v1/cycle/calendar", "{\"detail\":\"event\"}"),
    READ_CYCLES("GET", "/v1/cycle/cycles", null),
    READ_PREDICTION("GET", "/v1/cycle/prediction", null),
    READ_CORRECTIONS("GET", "/v1/cycle/corrections", null),
    WRITE_CORRECTIONS(
            "PUT", "/v1/cycle/corrections", "{\"corrections\":[{\"date\":\"2026-05-05\",\"kind\":\"not-a-period\"}]}"),
    READ_INSIGHTS("GET", "/v1/cycle/insights", null),
    READ_ENTITLEMENTS("GET", "/v1/billing/entitlements", null),
    READ_ACCESS_LOG("GET", "/v1/audit/access-log", null);

    static final List<String> STAFF = List.of("support", "security", "auditor", "dpo");

    private final String method;
    private final String path;
    private final String body;

    Routes(String method, String path, String body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    Api.Answer call(Api api) {
        return api.call(method, path, body);
    }
}
