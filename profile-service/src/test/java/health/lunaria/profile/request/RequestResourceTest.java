package health.lunaria.profile.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class RequestResourceTest extends RequestScene {

    @Test
    void aRequestHasItsDatesAndItsHistory() {
        String id = idOf("requesting", ACCESS);

        read("requesting", id)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", containsString("no-store"))
                .body("kind", equalTo("access"))
                .body("regimes", contains("gdpr"))
                .body("state", equalTo("received"))
                .body("text", equalTo("mArKeR4711"))
                .body("dueAt", notNullValue())
                .body("confirmBy", nullValue())
                .body("late", equalTo(false))
                .body("history.step", contains("receive"))
                .body("history.by", contains("user"));
    }

    @Test
    void severalResidencesHaveTheLawsOfEach() {
        send(
                        "moving",
                        newKey(),
                        "{\"kind\":\"erasure\",\"residences\":[{\"country\":\"US\",\"state\":\"CA\"},{\"country\":\"BR\"}]}")
                .statusCode(201)
                .body("regimes", contains("ccpa", "lgpd"))
                .body("confirmBy", notNullValue());
    }

    @Test
    void sentAgainItIsTheSameRequest() {
        String key = newKey();
        String first =
                send("repeating-request", key, ACCESS).statusCode(201).extract().path("id");

        send("repeating-request", key, ACCESS).statusCode(201).body("id", equalTo(first));
        send("repeating-request", key, ACCESS.replace("access", "erasure"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        user("repeating-request").get(ROUTE).then().body("requests", hasSize(1));
    }

    @Test
    void sentAtOnceItIsOneRequest() throws Exception {
        String key = newKey();
        var senders = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> sending =
                    () -> send("hasty", key, ACCESS).extract().statusCode();
            for (Future<Integer> sent : senders.invokeAll(Collections.nCopies(4, sending))) {
                assertThat(sent.get()).isEqualTo(201);
            }
        } finally {
            senders.shutdown();
        }
        user("hasty").get(ROUTE).then().body("requests", hasSize(1));
    }

    @Test
    void theKeyOfAnotherUserIsAnotherKey() {
        String key = newKey();
        String first = send("key-sharer", key, ACCESS).statusCode(201).extract().path("id");

        send("key-sharing", key, ACCESS).statusCode(201).body("id", not(equalTo(first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "", "with spaces in the middle", "0123456789abcdef!"})
    void aKeyOfAnotherFormIsRefused(String key) {
        send("keyless", key, ACCESS).statusCode(400).body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void aRequestWithoutKeyIsRefused() {
        user("keyless")
                .body(ACCESS)
                .post(ROUTE)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        user("keyless").get(ROUTE).then().body("requests", hasSize(0));
    }

    @Test
    void aRequestIsWithdrawnOnce() {
        String id = idOf("withdrawing", ACCESS);

        withdraw("withdrawing", id, "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("withdrawn"))
                .body("history.step", contains("receive", "withdraw"));
        withdraw("withdrawing", id, "\"2\"").statusCode(409).body("code", equalTo("request-step-not-allowed"));
        dpo().get(QUEUE + "/" + id).then().statusCode(404);
    }

    @Test
    void aWithdrawalNeedsTheVersionThatIsThere() {
        String id = idOf("stale-withdrawing", ACCESS);

        user("stale-withdrawing").post(ROUTE + "/" + id + "/withdrawal").then().statusCode(428);
        withdraw("stale-withdrawing", id, "\"2\"").statusCode(412).body("code", equalTo("stale"));
        withdraw("stale-withdrawing", id, "\"x\"").statusCode(412);
        read("stale-withdrawing", id).body("state", equalTo("received"));
    }

    @Test
    void anothersRequestIsNotThere() {
        String id = idOf("owning", ACCESS);

        read("prying", id).statusCode(404).body(not(containsString("mArKeR")));
        withdraw("prying", id, "\"1\"").statusCode(404);
        send("prying", newKey(), appeal(id)).statusCode(409).body("code", equalTo("request-appeal-not-possible"));
        user("prying").get(ROUTE).then().statusCode(200).body("requests", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-id", "00000000-0000-0000-0000-00000000000G", "%00", "queue2"})
    void whatIsNoIdIsNotThere(String id) {
        user("prying").urlEncodingEnabled(false).get(ROUTE + "/" + id).then().statusCode(404);
    }

    @Test
    void anAppealIsMadeAgainstARefusalOnly() {
        String open = idOf("appealing", ACCESS);
        String refused = refused("appealing");

        send("appealing", newKey(), appeal(open)).statusCode(409);
        send("appealing", newKey(), appeal(UUID.randomUUID().toString())).statusCode(409);
        send("appealing", newKey(), appeal(refused)).statusCode(201).body("appealOf", equalTo(refused));
    }

    @Test
    void tooManyAtOnceAreRefusedUntilOneIsClosed() {
        String first = idOf("asking-a-lot", ACCESS);
        for (int i = 1; i < 20; i++) {
            idOf("asking-a-lot", ACCESS);
        }
        send("asking-a-lot", newKey(), ACCESS).statusCode(409).body("code", equalTo("too-many-requests-open"));

        withdraw("asking-a-lot", first, "\"1\"").statusCode(200);
        idOf("asking-a-lot", ACCESS);

        JsonPath page =
                user("asking-a-lot").get(ROUTE).then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("requests")).hasSize(20);
        String cursor = page.getString("next");
        user("asking-a-lot")
                .queryParam("cursor", cursor)
                .get(ROUTE)
                .then()
                .body("requests.id", contains(first))
                .body("next", nullValue());
        user("prying")
                .queryParam("cursor", cursor)
                .get(ROUTE)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"residences":[{"country":"DE"}]}                                        | invalid-field       | kind
            {"kind":"mArKeR7391","residences":[{"country":"DE"}]}                    | invalid-field       | kind
            {"kind":"ACCESS","residences":[{"country":"DE"}]}                        | invalid-field       | kind
            {"kind":"access"}                                                        | invalid-field       | residences
            {"kind":"access","residences":[]}                                        | invalid-field       | residences
            {"kind":"access","residences":[null]}                                    | invalid-field       | residences[0]
            {"kind":"access","residences":[{"country":"UK"}]}                        | invalid-field       | residences[0].country
            {"kind":"access","residences":[{"country":"mArKeR7391"}]}                | invalid-field       | residences[0].country
            {"kind":"access","residences":[{"country":"de"}]}                        | invalid-field       | residences[0].country
            {"kind":"access","residences":[{}]}                                      | invalid-field       | residences[0].country
            {"kind":"access","residences":[{"country":"US","state":"ZZ"}]}           | invalid-field       | residences[0].state
            {"kind":"access","residences":[{"country":"DE","state":"CA"}]}           | invalid-field       | residences
            {"kind":"access","residences":[{"country":"DE"},{"country":"FR"},{"country":"IT"},{"country":"ES"}]} | invalid-field | residences
            {"kind":"access","residences":[{"country":"DE"}],"text":""}              | invalid-field       | text
            {"kind":"access","residences":[{"country":"DE"}],"text":"mArKeR7391: 4111 1111 1111 1111"} | card-number-refused | text
            {"kind":"appeal","residences":[{"country":"DE"}]}                        | invalid-field       | appealOf
            {"kind":"appeal","residences":[{"country":"DE"}],"appealOf":"mArKeR7391"} | invalid-field      | appealOf
            {"kind":"access","residences":[{"country":"DE"}],"appealOf":"00000000-0000-0000-0000-000000000000"} | invalid-field | appealOf
            {"kind":"access","residences":[{"country":"DE"}],"mArKeR7391":1}         | unknown-field       |
            null                                                                     | invalid-field       |
            """)
    void aHalfRequestIsNone(String body, String slug, String field) {
        String answer = send("half-asking", newKey(), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(slug))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("mArKeR7391").doesNotContain("4111");
        if (field != null) {
            assertThat(JsonPath.from(answer).getString("fields[0].field")).isEqualTo(field);
        }
        user("half-asking").get(ROUTE).then().body("requests", hasSize(0));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        send("half-asking", newKey(), ACCESS.replace("mArKeR4711", "x".repeat(4_001)))
                .statusCode(400);
        send("long-asking", newKey(), ACCESS.replace("mArKeR4711", "x".repeat(4_000)))
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpo", "support", "security", "auditor"})
    void theStaffMakesNoRequests(String role) {
        given().auth()
                .oauth2(Tokens.of("somebody-of-the-staff", role))
                .get(ROUTE)
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyUnknownMakesRequests() {
        given().get(ROUTE).then().statusCode(401);
    }

    @Test
    void whatIsStoredIsNotReadableAndNotMovable() {
        String id = idOf("sealed-asking", ACCESS);
        UUID row = UUID.fromString(id);
        byte[] stored = data.bytes(
                "select r.sealed || q.sealed from data_request r join data_request_queue q using (id) where id = ?",
                row);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("mArKeR4711")
                .doesNotContain("access")
                .doesNotContain("gdpr")
                .doesNotContain("sealed-asking");

        data.change("update data_request set version = version + 1 where id = ?", row);
        read("sealed-asking", id).statusCode(500).body("code", equalTo("internal-error"));
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = outbox();
        String id = idOf("audited-asking", ACCESS);
        read("audited-asking", id).statusCode(200);
        user("audited-asking").get(ROUTE).then().statusCode(200);
        withdraw("audited-asking", id, "\"1\"").statusCode(200);
        assertThat(outbox() - before).isEqualTo(4);

        withdraw("audited-asking", id, "\"2\"").statusCode(409);
        read("prying", id).statusCode(404);
        assertThat(outbox() - before).isEqualTo(4);
    }
}
