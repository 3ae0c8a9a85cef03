package health.lunaria.audit.accessreview;

import static health.lunaria.audit.Staffing.onDuty;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What security does with access reviews. Two people hold one: nobody decides on herself. */
public final class Reviews {

    public static final String PATH = "/v1/audit/access-reviews";

    static final String ONE = "reviewer-one";
    static final String OTHER = "reviewer-two";

    private static final Sql DATA = Sql.in(TestDatabases.start().data());

    private Reviews() {}

    public static ValidatableResponse opening() {
        onDuty(OTHER, StaffRole.SECURITY);
        return onDuty(ONE, StaffRole.SECURITY).post(PATH).then();
    }

    public static String open() {
        return opening().statusCode(201).extract().path("id");
    }

    /** All of them, page by page. */
    public static List<Map<String, Object>> items(String review) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            var request = onDuty(ONE, StaffRole.SECURITY).queryParam("limit", 200);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(PATH + "/" + review).then().statusCode(200).extract();
            items.addAll(page.path("items"));
            cursor = page.path("next");
        } while (cursor != null);
        return items;
    }

    public static String item(String review, String person) {
        return items(review).stream()
                .filter(item -> person.equals(item.get("person")))
                .map(item -> (String) item.get("item"))
                .findFirst()
                .orElseThrow();
    }

    public static ValidatableResponse decide(String by, String review, String item, String decision, String reason) {
        return onDuty(by, StaffRole.SECURITY)
                .body("{\"item\":\"%s\",\"decision\":\"%s\",\"reason\":\"%s\"}".formatted(item, decision, reason))
                .post(PATH + "/" + review + "/decisions")
                .then();
    }

    /** Behind the service's back: a register of hundreds would take a call for each. */
    public static void keepTheRest(String review) {
        DATA.change(
                "update access_review_item set decision = 'KEEP', reason = 'STILL_NEEDED', decided_at = now(),"
                        + " decided_by = sha256(member) where review_id = ? and decision is null",
                UUID.fromString(review));
    }

    /** Another test may open one then. */
    public static void closeWhatIsOpen() {
        DATA.change("update access_review set closed_at = now(), closed_by = opened_by where closed_at is null");
    }

    public static ValidatableResponse close(String review) {
        return onDuty(ONE, StaffRole.SECURITY)
                .post(PATH + "/" + review + "/closure")
                .then();
    }
}
