package health.lunaria.audit.keydeletion;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.MovableClock;
import health.lunaria.audit.Staffing;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key goes when two people of security agreed, and not otherwise. Each test has an epoch of its own. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class KeyDeletionTest {

    private static final AtomicInteger EPOCHS = new AtomicInteger();
    private static final String PATH = "/v1/audit/key-deletions";

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final int epoch = EPOCHS.incrementAndGet();
    private final String key = "arn:aws:kms:eu-west-1:000000000000:key/" + UUID.randomUUID();
    private String first;
    private String second;

    @BeforeEach
    void hire() {
        first = someone(StaffRole.SECURITY);
        second = someone(StaffRole.SECURITY);
    }

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

    @Test
    void twoApprovalsAreGivenAwayOnceForAReceipt() {
        String id = approved();

        redeem(id)
                .statusCode(200)
                .body("service", equalTo("cycle-service"))
                .body("epoch", equalTo(epoch))
                .body("key", equalTo(key))
                .body("receipt", notNullValue())
                .body("refusal", nullValue());

        redeem(id).statusCode(200).body("refusal", equalTo("key-deletion-used")).body("key", nullValue());
    }

    @Test
    void withoutOneOfThemNothingIsGivenAway() {
        String id = requested();
        redeem(id).body("refusal", equalTo("key-deletion-not-approved"));
        approve(id, first).statusCode(204);

        redeem(id).body("refusal", equalTo("key-deletion-not-approved"));
        request().body("state", equalTo("waiting")).body("approvals", equalTo(1));
    }

    @Test
    void askingAgainIsAskingOnce() {
        String id = requested();

        request().statusCode(200).body("id", equalTo(id));
        approve(id, first).statusCode(204);
        approve(id, second).statusCode(204);
        request().body("id", equalTo(id)).body("state", equalTo("approved")).body("approvals", equalTo(2));
    }

    @Test
    void aRequestForAnotherKeyOfTheSameEpochIsRefused() {
        requested();

        request(epoch, key + "-other").statusCode(409).body("code", equalTo("key-deletion-other-key"));
    }

    @Test
    void nobodyApprovesTwice() {
        String id = requested();
        approve(id, first).statusCode(204);

        approve(id, first).statusCode(409).body("code", equalTo("key-deletion-approved-by-you"));
        redeem(id).body("refusal", equalTo("key-deletion-not-approved"));
    }

    @Test
    void oneWhoRefusesStopsItForADay() {
        String id = approved();

        refuse(id, first).statusCode(204);

        redeem(id).body("refusal", equalTo("key-deletion-refused"));
        request().body("id", equalTo(id)).body("state", equalTo("refused"));
        MovableClock.move(Duration.ofHours(25));
        request().body("id", not(equalTo(id))).body("state", equalTo("waiting"));
    }

    @Test
    void approvalsExpireAndItIsRequestedAnew() {
        String id = approved();
        MovableClock.move(Duration.ofHours(49));

        redeem(id).body("refusal", equalTo("key-deletion-expired"));
        request().body("id", not(equalTo(id))).body("state", equalTo("waiting")).body("approvals", equalTo(0));
        redeem(id).body("refusal", equalTo("key-deletion-expired"));
    }

    @Test
    void whatWasUsedIsApprovedAnewBeforeItIsUsedAgain() {
        String id = approved();
        redeem(id).body("receipt", notNullValue());

        String again = request().statusCode(200).extract().path("id");

        assertThat(again).isNotEqualTo(id);
        redeem(again).body("refusal", equalTo("key-deletion-not-approved"));
    }

    @Test
    void whoLeftMeanwhileDoesNotCount() {
        String id = approved();
        Staffing.register(second, StaffRole.SECURITY, Staffing.today(), Staffing.today());

        redeem(id).body("refusal", equalTo("key-deletion-approver-standing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORT", "DPO", "AUDITOR"})
    void othersOfTheStaffNeitherApproveNorRefuse(StaffRole role) {
        String id = requested();

        onDuty("some-" + role.token(), role)
                .post(PATH + "/" + id + "/approvals")
                .then()
                .statusCode(403);
        onDuty("some-" + role.token(), role)
                .post(PATH + "/" + id + "/refusals")
                .then()
                .statusCode(403);
        request().body("state", equalTo("waiting")).body("approvals", equalTo(0));
    }

    @Test
    void whoIsNotInGoodStandingDoesNotApprove() {
        String id = requested();

        approve(id, Staffing.newPerson()).statusCode(403).body("code", equalTo("workforce-not-registered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer-cycle-service", "peer-audit-service", "peer-alertmanager", "security", "user"})
    void onlyTheJobAsksAndRedeems(String role) {
        String id = approved();

        redeem(id, role).statusCode(403);
        request(epoch, key, role).statusCode(403);
        redeem(id).body("receipt", notNullValue());
    }

    @Test
    void theJobDoesNotApproveItsOwn() {
        String id = requested();

        given().auth()
                .oauth2(Tokens.of("epoch-job", "peer-epoch-job"))
                .post(PATH + "/" + id + "/approvals")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNoneIsNotFound() {
        approve(UUID.randomUUID().toString(), first).statusCode(404);
        approve("not-an-id", first).statusCode(404);
        redeem(UUID.randomUUID().toString()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"service\":\"gateway\",\"epoch\":1,\"key\":\"%s\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":1}",
                "{\"service\":\"cycle-service\",\"epoch\":0,\"key\":\"%s\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":1}",
                "{\"service\":\"cycle-service\",\"epoch\":1,\"key\":\"my key\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":1}",
                "{\"service\":\"cycle-service\",\"epoch\":1,\"key\":\"%s\",\"emptiedAt\":\"yesterday\",\"living\":1}",
                "{\"service\":\"cycle-service\",\"epoch\":1,\"key\":\"%s\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":-1}",
                "{\"service\":\"cycle-service\",\"epoch\":1,\"key\":\"%s\",\"emptiedAt\":\"2026-11-27T00:00:00Z\"}"
            })
    void aRequestThatIsNoneIsRefused(String body) {
        post(body.replace("%s", key), "peer-epoch-job").statusCode(400);
    }

    @Test
    void everyStepStandsInTheListAndInTheLog() {
        String id = approved();
        int receipt = redeem(id).extract().path("receipt");

        onDuty("some-auditor", StaffRole.AUDITOR)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("deletions[0].id", equalTo(id))
                .body("deletions[0].service", equalTo("cycle-service"))
                .body("deletions[0].epoch", equalTo(epoch))
                .body("deletions[0].key", equalTo(key))
                .body("deletions[0].living", equalTo(12))
                .body("deletions[0].state", equalTo("used"))
                .body("deletions[0].steps.step", contains("request", "approve", "approve", "use"))
                .body("deletions[0].steps[1].member", notNullValue())
                .body("deletions[0].steps[3].member", nullValue())
                .body("deletions[0].steps[3].index", equalTo(receipt));
        assertThat(data.number("select count(*) from log_leaf where index = ?", receipt))
                .isEqualTo(1);
        accessLog(first)
                .body("entries[0].action", equalTo("audit.key-deletion.approve"))
                .body("entries[0].actor.name", equalTo("security"));
    }

    @Test
    void whatWasDeniedIsRecordedAboutWhoTried() {
        String id = requested();
        approve(id, first).statusCode(204);
        approve(id, first).statusCode(409);

        accessLog(first).body("entries[0].action", equalTo("audit.key-deletion.deny"));
        assertThat(data.number(
                        "select count(*) from key_deletion_step where key_deletion_id = ? and refused_by is not null",
                        UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void theListGoesOnPageByPage() {
        requested();
        String latest = request(epoch + 100_000, key).extract().path("id");
        String cursor = onDuty("some-auditor", StaffRole.AUDITOR)
                .get(PATH + "?limit=1")
                .then()
                .body("deletions", hasSize(1))
                .body("deletions[0].id", equalTo(latest))
                .extract()
                .path("next");

        onDuty("some-auditor", StaffRole.AUDITOR)
                .get(PATH + "?limit=1&cursor=" + cursor)
                .then()
                .body("deletions[0].epoch", equalTo(epoch));
        onDuty("other-auditor", StaffRole.AUDITOR)
                .get(PATH + "?cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyApprovesByWritingIntoTheDatabase() {
        String id = approved();
        byte[] approved = sealed(id);
        String other = request(epoch + 200_000, key).extract().path("id");

        data.change("update key_deletion set sealed = ?, version = 3 where id = ?", approved, UUID.fromString(other));

        redeem(other).statusCode(500);
        onDuty("some-auditor", StaffRole.AUDITOR)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("deletions[0].state", equalTo("broken"))
                .body("deletions[0].key", nullValue())
                .body("deletions[1].state", equalTo("approved"));
    }

    @Test
    void anOlderStateThatIsPutBackIsNotUsedAgain() {
        String id = approved();
        byte[] approved = sealed(id);
        redeem(id).body("receipt", notNullValue());

        data.change("update key_deletion set sealed = ?, version = 3 where id = ?", approved, UUID.fromString(id));

        redeem(id).body("refusal", equalTo("key-deletion-used")).body("receipt", nullValue());
    }

    @Test
    void nothingReadableIsStored() {
        byte[] stored = sealed(approved());

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(first)
                .doesNotContain(second)
                .doesNotContain(key);
    }

    @Test
    void whoIsNotOfTheStaffIsNotLetIn() {
        String id = requested();
        for (String path : List.of(PATH + "/" + id + "/approvals", PATH + "/" + id + "/refusals")) {
            given().auth().oauth2(Tokens.of("some-user")).post(path).then().statusCode(403);
            given().post(path).then().statusCode(401);
        }
        given().auth().oauth2(Tokens.of("some-user")).get(PATH).then().statusCode(403);
    }

    private String requested() {
        return request()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
    }

    private String approved() {
        String id = requested();
        approve(id, first).statusCode(204);
        approve(id, second).statusCode(204);
        return id;
    }

    private byte[] sealed(String id) {
        return data.bytes("select sealed from key_deletion where id = ?", UUID.fromString(id));
    }

    private ValidatableResponse request() {
        return request(epoch, key);
    }

    private static ValidatableResponse request(int epoch, String key) {
        return request(epoch, key, "peer-epoch-job");
    }

    private static ValidatableResponse request(int epoch, String key, String role) {
        return post(
                "{\"service\":\"cycle-service\",\"epoch\":%d,\"key\":\"%s\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":12}"
                        .formatted(epoch, key),
                role);
    }

    /** A token plays the certificate, which gives the same role. */
    private static ValidatableResponse post(String body, String role) {
        return given().auth()
                .oauth2(Tokens.of("epoch-job", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/key-deletions")
                .then();
    }

    private static ValidatableResponse approve(String id, String person) {
        return as(person, StaffRole.SECURITY)
                .post(PATH + "/" + id + "/approvals")
                .then();
    }

    private static ValidatableResponse refuse(String id, String person) {
        return as(person, StaffRole.SECURITY)
                .post(PATH + "/" + id + "/refusals")
                .then();
    }

    private static ValidatableResponse redeem(String id) {
        return redeem(id, "peer-epoch-job");
    }

    private static ValidatableResponse redeem(String id, String role) {
        return given().auth()
                .oauth2(Tokens.of("epoch-job", role))
                .contentType(ContentType.JSON)
                .post("/internal/key-deletions/" + id + "/redemption")
                .then();
    }
}
