package health.lunaria.profile.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class QueueResourceTest extends RequestScene {

    private static final String NOTHING = "{}";

    @Test
    void aRequestGoesItsWayAndTheUserSeesEachStep() {
        String id = idOf("served", ACCESS);
        String due = read("served", id).extract().path("dueAt");

        step(id, "confirmation", NOTHING).statusCode(200).body("state", equalTo("confirmed"));
        step(id, "start", NOTHING).statusCode(200).body("state", equalTo("in-progress"));
        step(id, "extension", "{\"reason\":\"complexity\",\"text\":\"many files\"}")
                .statusCode(200)
                .body("state", equalTo("extended"))
                .body("refuseBy", equalTo(due))
                .body("dueAt", not(equalTo(due)));
        step(id, "completion", "{\"text\":\"here they are\"}").statusCode(200).body("state", equalTo("done"));

        read("served", id)
                .body("history.step", contains("receive", "confirm", "start", "extend", "complete"))
                .body("history.by", contains("user", "dpo", "dpo", "dpo", "dpo"))
                .body("history[3].reason", equalTo("complexity"))
                .body("history[3].text", equalTo("many files"))
                .body("late", equalTo(false));
        dpo().get(QUEUE + "/" + id).then().statusCode(404);
    }

    @Test
    void theQueueSaysNothingThatSheWrote() {
        String id = idOf("queued", ACCESS);

        Map<String, Object> item = inQueue(id);
        assertThat(item.keySet())
                .containsExactlyInAnyOrder("id", "kind", "regimes", "state", "dueAt", "daysLeft", "stage");
        assertThat(item.toString()).doesNotContain("mArKeR4711").doesNotContain("queued");
        dpo().get(QUEUE + "/" + id).then().body("text", equalTo("mArKeR4711"));
    }

    @Test
    void theQueueIsOrderedByDate() {
        idOf("queued-late", "{\"kind\":\"access\",\"residences\":[{\"country\":\"US\",\"state\":\"WA\"}]}");
        idOf("queued-early", "{\"kind\":\"access\",\"residences\":[{\"country\":\"BR\"}]}");

        List<String> dates =
                queue().stream().map(item -> (String) item.get("dueAt")).toList();
        assertThat(dates).isSorted();
    }

    @Test
    void theSweepMarksWhatComesNearItsDateAndWhatIsPastIt() {
        String week = idOf("nearing", ACCESS);
        String days = idOf("nearing", ACCESS);
        String past = idOf("nearing", ACCESS);
        String calm = idOf("nearing", ACCESS);
        dueIn(week, "6 days 23 hours");
        dueIn(days, "1 day 23 hours");
        dueIn(past, "-1 minute");
        dueIn(calm, "7 days 1 hour");

        await().until(() -> isAt(week, "SEVEN_DAYS") && isAt(days, "TWO_DAYS") && isAt(past, "OVERDUE"));
        assertThat(inQueue(week)).containsEntry("stage", "seven-days").containsEntry("daysLeft", 6);
        assertThat(inQueue(days)).containsEntry("stage", "two-days").containsEntry("daysLeft", 1);
        assertThat(inQueue(past)).containsEntry("stage", "overdue").containsEntry("daysLeft", -1);
        assertThat(inQueue(calm)).containsEntry("stage", "calm").containsEntry("daysLeft", 7);
        step(past, "confirmation", NOTHING).statusCode(200);
        assertThat(inQueue(past)).containsEntry("stage", "calm");
    }

    @Test
    void californiasConfirmationIsTheFirstDate() {
        String id = idOf("confirmed", "{\"kind\":\"access\",\"residences\":[{\"country\":\"US\",\"state\":\"CA\"}]}");
        JsonPath request = dpo().get(QUEUE + "/" + id).then().extract().jsonPath();
        assertThat(inQueue(id)).containsEntry("dueAt", request.getString("confirmBy"));

        step(id, "confirmation", NOTHING).statusCode(200);
        assertThat(inQueue(id)).containsEntry("dueAt", request.getString("dueAt"));
    }

    @ParameterizedTest
    @CsvSource({"start, {}", "completion, {}", "extension, {\"reason\":\"complexity\"}", "identity-answer, {}"})
    void whatIsNotItsTurnIsRefused(String step, String body) {
        String id = idOf("impatient", ACCESS);

        step(id, step, body).statusCode(409).body("code", equalTo("request-step-not-allowed"));
        read("impatient", id).header("ETag", "\"1\"").body("state", equalTo("received"));
        withdraw("impatient", id, "\"1\"").statusCode(200);
    }

    @Test
    void thereIsNoSecondExtension() {
        String id = idOf("extended-once", ACCESS);
        step(id, "confirmation", NOTHING).statusCode(200);
        step(id, "extension", "{\"reason\":\"number-of-requests\"}").statusCode(200);

        step(id, "extension", "{\"reason\":\"complexity\"}").statusCode(409);
    }

    @Test
    void brazilKnowsNoExtension() {
        String id = idOf("brazilian", "{\"kind\":\"access\",\"residences\":[{\"country\":\"BR\"}]}");
        step(id, "confirmation", NOTHING).statusCode(200);

        step(id, "extension", "{\"reason\":\"complexity\"}")
                .statusCode(409)
                .body("code", equalTo("request-extension-not-allowed"));
    }

    @Test
    void sheIsAskedWhoSheIsAndAnswers() {
        String id = idOf("identified", ACCESS);

        step(id, "identity-question", "{\"text\":\"your second name\"}").statusCode(200);
        step(id, "identity-question", NOTHING).statusCode(409);
        step(id, "identity-answer", NOTHING).statusCode(200).body("state", equalTo("received"));
        read("identified", id).body("history.step", contains("receive", "ask-identity", "show-identity"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refusal      | {}                                              | reason
            refusal      | {"reason":"complexity"}                         | reason
            refusal      | {"reason":"mArKeR7391"}                         | reason
            extension    | {}                                              | reason
            extension    | {"reason":"excessive"}                          | reason
            confirmation | {"reason":"excessive"}                          | reason
            confirmation | {"text":""}                                     | text
            confirmation | {"text":"mArKeR7391: 4111111111111111"}          | text
            confirmation | null                                            |
            """)
    void aStepThatIsNotSaidRightIsRefused(String step, String body, String field) {
        String id = idOf("misread", ACCESS);

        String answer = step(id, step, body).statusCode(400).extract().asString();
        assertThat(answer).doesNotContain("mArKeR7391").doesNotContain("4111");
        if (field != null) {
            assertThat(JsonPath.from(answer).getString("fields[0].field")).isEqualTo(field);
        }
        withdraw("misread", id, "\"1\"").statusCode(200);
    }

    @Test
    void aStepNeedsTheVersionThatIsThere() {
        String id = idOf("stale-served", ACCESS);

        step(id, "confirmation", "\"2\"", NOTHING).statusCode(412).body("code", equalTo("stale"));
        dpo().body(NOTHING).post(QUEUE + "/" + id + "/confirmation").then().statusCode(428);
        step(id, "confirmation", "\"1\"", NOTHING).statusCode(200);
        step(id, "start", "\"1\"", NOTHING).statusCode(412);
        withdraw("stale-served", id, "\"1\"").statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "security", "auditor"})
    void onlyTheOfficerHasTheQueue(String role) {
        String id = idOf("guarded", ACCESS);
        String token = Tokens.of("guarded", role);

        given().auth().oauth2(token).get(QUEUE).then().statusCode(403).body(not(containsString(id)));
        given().auth().oauth2(token).get(QUEUE + "/" + id).then().statusCode(403);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"excessive\"}")
                .post(QUEUE + "/" + id + "/refusal")
                .then()
                .statusCode(403);
        withdraw("guarded", id, "\"1\"").statusCode(200);
    }

    @Test
    void nobodyUnknownHasTheQueue() {
        given().get(QUEUE).then().statusCode(401);
    }

    @Test
    void whatIsNotInTheQueueIsNotThere() {
        dpo().get(QUEUE + "/" + UUID.randomUUID()).then().statusCode(404);
        dpo().get(QUEUE + "/none").then().statusCode(404);
        step(UUID.randomUUID().toString(), "confirmation", NOTHING).statusCode(404);
        dpo().queryParam("cursor", "AAAA").get(QUEUE).then().statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @Test
    void anEntryThatWasMovedDoesNotOpen() {
        String first = idOf("moved-first", ACCESS);
        String second = idOf("moved-second", ACCESS);
        byte[] own = data.bytes("select sealed from data_request_queue where id = ?", UUID.fromString(first));
        data.change(
                "update data_request_queue set sealed = (select sealed from data_request_queue where id = ?) where id = ?",
                UUID.fromString(second),
                UUID.fromString(first));

        dpo().get(QUEUE + "/" + first).then().statusCode(500).body(not(containsString("mArKeR")));
        data.change("update data_request_queue set sealed = ? where id = ?", own, UUID.fromString(first));
        dpo().get(QUEUE + "/" + first).then().statusCode(200);
    }

    @Test
    void theOfficersAccessesAreRecordedAboutTheUser() {
        String id = idOf("watched", ACCESS);
        long before = outbox();

        dpo().get(QUEUE + "/" + id).then().statusCode(200).body("id", notNullValue());
        step(id, "confirmation", "\"1\"", NOTHING).statusCode(200);
        assertThat(outbox() - before).isEqualTo(2);
        step(id, "start", "\"1\"", NOTHING).statusCode(412);
        assertThat(outbox() - before).isEqualTo(2);
        int listed =
                dpo().get(QUEUE).then().extract().jsonPath().getList("requests").size();
        assertThat(outbox() - before).isEqualTo(2L + listed);
    }

    private void dueIn(String id, String interval) {
        data.change(
                "update data_request_queue set due_at = now() + ?::interval where id = ?",
                interval,
                UUID.fromString(id));
    }

    private boolean isAt(String id, String stage) {
        return data.number(
                        "select count(*) from data_request_queue where id = ? and stage = ?",
                        UUID.fromString(id),
                        stage)
                == 1;
    }

    private static Map<String, Object> inQueue(String id) {
        return queue().stream()
                .filter(item -> item.get("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All pages. */
    private static List<Map<String, Object>> queue() {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            var call = cursor == null ? dpo() : dpo().queryParam("cursor", cursor);
            JsonPath page = call.get(QUEUE).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("requests"));
            cursor = page.getString("next");
        } while (cursor != null);
        return all;
    }
}
