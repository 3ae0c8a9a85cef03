package health.lunaria.system;

import java.util.List;

/** Every route for users and for the staff, with a body that is good. */
enum Routes {
    READ_PROFILE("GET", "/v1/profile", null),
    WRITE_PROFILE("PUT", "/v1/profile", "{\"country\":\"PT\",\"birthYear\":1994,\"displayName\":\"X\"}"),
    READ_SESSIONS("GET", "/v1/profile/sessions", null),
    END_SESSION("DELETE", "/v1/profile/sessions/" + Id.ANY, null),
    END_OTHER_SESSIONS("DELETE", "/v1/profile/sessions", null),
    READ_CONSENTS("GET", "/v1/profile/consents", null),
    READ_CONSENT_HISTORY("GET", "/v1/profile/consents/history", null),
    WRITE_CONSENT("PUT", "/v1/profile/consents/research", "{\"granted\":false,\"policyVersion\":\"2026-11\"}"),
    READ_USER_POLICIES("GET", "/v1/profile/policies", null),
    READ_RECEIPTS("GET", "/v1/profile/consents/receipts", null),
    READ_RECEIPT_KEY("GET", "/v1/profile/consents/receipts/key", null),
    READ_RESTRICTION("GET", "/v1/profile/restriction", null),
    WRITE_RESTRICTION("PUT", "/v1/profile/restriction", "{\"restricted\":false}"),
    READ_PRIVACY_CHOICES("GET", "/v1/profile/privacy-choices", null),
    WRITE_PRIVACY_CHOICES(
            "PUT", "/v1/profile/privacy-choices", "{\"optedOutOfSale\":true,\"sensitiveDataLimited\":true}"),
    EXPORT_EVERYTHING("POST", "/v1/profile/exports", ""),
    READ_EXPORTS("GET", "/v1/profile/exports", null),
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
    READ_ACCESS_LOG("GET", "/v1/audit/access-log", null),
    READ_PROOF("GET", "/v1/audit/access-log/0/proof", null),

    STAFF_READ_DAYS(
            "POST",
            "/v1/cycle/break-glass/days/search",
            "{\"id\":\"" + Id.ANY + "\",\"from\":\"2026-05-01\",\"to\":\"2026-05-31\"}"),
    STAFF_SEARCH_DIRECTORY("POST", "/v1/profile/directory/search", "{\"email\":\"nobody@example.org\"}"),
    STAFF_READ_RETENTION("GET", "/v1/profile/retention", null),
    STAFF_READ_POLICIES("GET", "/v1/audit/policies", null),
    STAFF_READ_MEMBERS("GET", "/v1/audit/workforce/members", null),
    STAFF_SEARCH_MEMBER("POST", "/v1/audit/workforce/members/search", "{\"person\":\"nobody\"}"),
    STAFF_TRAIN(
            "POST",
            "/v1/audit/workforce/trainings",
            "{\"person\":\"nobody\",\"course\":\"privacy-1\",\"completedOn\":\"2026-01-01\"}"),
    STAFF_ACKNOWLEDGE(
            "POST",
            "/v1/audit/workforce/acknowledgements",
            "{\"policies\":[{\"name\":\"acceptable-use\",\"version\":\"2025-1\"}]}"),
    STAFF_READ_EXPIRING("GET", "/v1/audit/workforce/expiring", null),
    STAFF_REQUEST_EXCEPTION(
            "POST",
            "/v1/audit/break-glass",
            "{\"subject\":\"nobody\",\"ticket\":\"SUP-1\",\"reason\":\"To see whether it works\"}"),
    STAFF_APPROVE_EXCEPTION("POST", "/v1/audit/break-glass/" + Id.ANY + "/approvals", ""),
    STAFF_CANCEL_EXCEPTION("POST", "/v1/audit/break-glass/" + Id.ANY + "/cancellation", ""),
    STAFF_READ_EXCEPTION("GET", "/v1/audit/break-glass/" + Id.ANY, null),
    STAFF_READ_EXCEPTIONS("GET", "/v1/audit/break-glass", null),
    STAFF_READ_REFUSALS("GET", "/v1/audit/break-glass/refusals", null),
    STAFF_READ_WHO_WAITS("GET", "/v1/audit/break-glass/notices", null),
    STAFF_TELL(
            "POST",
            "/v1/audit/break-glass/notices/" + Id.ANY + "/told",
            "{\"channel\":\"letter\",\"at\":\"2026-01-01T00:00:00Z\"}"),
    STAFF_READ_INCIDENTS("GET", "/v1/audit/incidents", null),
    STAFF_OPEN_INCIDENT("POST", "/v1/audit/incidents", "{\"severity\":\"LOW\",\"title\":\"Nothing\"}"),
    STAFF_READ_INCIDENT("GET", "/v1/audit/incidents/" + Id.ANY, null),
    STAFF_NOTE("POST", "/v1/audit/incidents/" + Id.ANY + "/entries", "{\"text\":\"Nothing\"}"),
    STAFF_BLAST_RADIUS(
            "POST",
            "/v1/audit/incidents/" + Id.ANY + "/blast-radius",
            "{\"from\":\"2026-05-01T00:00:00Z\",\"to\":\"2026-05-02T00:00:00Z\"}"),
    STAFF_READ_BREACH("GET", "/v1/audit/incidents/" + Id.ANY + "/breach", null),
    STAFF_READ_NOTICES("GET", "/v1/audit/incidents/" + Id.ANY + "/notices", null);

    static final List<String> STAFF = List.of("support", "security", "auditor", "dpo");

    /** Of nothing; constants of an enum cannot use its own. */
    private static final class Id {
        static final String ANY = "00000000-0000-4000-8000-000000000000";
    }

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
