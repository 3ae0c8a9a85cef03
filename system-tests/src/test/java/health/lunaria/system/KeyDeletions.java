package health.lunaria.system;

import com.fasterxml.jackson.databind.JsonNode;

/** The register of KMS keys that are to go, as security sees it. */
final class KeyDeletions {

    private static final String DELETIONS = "/v1/audit/key-deletions";

    private KeyDeletions() {}

    static JsonNode of(Api staff) {
        return staff.get(DELETIONS).expect(200).json().path("deletions");
    }

    /** Approves whatever waits for it. */
    static void approveAll(Api approver) {
        for (JsonNode deletion : of(approver)) {
            if (deletion.path("state").textValue().equals("waiting")) {
                approver.post(DELETIONS + "/" + deletion.path("id").textValue() + "/approvals", "")
                        .expect(204);
            }
        }
    }
}
