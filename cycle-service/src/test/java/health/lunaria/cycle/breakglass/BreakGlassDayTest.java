package health.lunaria.cycle.breakglass;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.breakglass.BreakGlassClient.Answer;
import health.lunaria.cycle.consent.FakeProfileService;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreakGlassDayTest {

    private static final String MARKER = "mArKeR9021";

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final String user = "user-" + UUID.randomUUID();

    @Test
    void aReceiptOpensTheDaysOfItsSubjectAndNobodyElses() {
        log(user, "2026-11-01");
        log("other-" + user, "2026-11-02");
        UUID id = granted();

        search(id)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("receipt", equalTo(7))
                .body("days.date", contains("2026-11-01"))
                .body("days.note", contains(MARKER));
    }

    @Test
    void theReadingIsRecordedOnce() {
        log(user, "2026-11-01");
        UUID id = granted();
        long before = outbox();

        search(id).statusCode(200);

        assertThat(outbox() - before).isEqualTo(1);
    }

    @Test
    void whoCallsIsToldByTheTokenOnly() {
        UUID id = granted();
        search(id).statusCode(200);

        assertThat(FakeAuditService.asked(id)).isEqualTo(new BreakGlassClient.Redemption(id, "sam", Set.of("support")));
    }

    @ParameterizedTest
    @CsvSource({
        "break-glass-used, , id",
        "workforce-training-expired, approvals[1], approvals[1]",
        "workforce-left, requester, requester",
        "not-found, somebody, id"
    })
    void aRefusalIsPassedOnByItsNameAndNothingIsRead(String refusal, String who, String field) {
        log(user, "2026-11-01");
        long before = outbox();

        search(FakeAuditService.answering(new Answer(null, null, null, refusal, who)))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("break-glass-refused"))
                .body("fields[0].field", equalTo(field))
                .body("fields[0].reason", equalTo(refusal))
                .body("days", nullValue());

        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void aRefusalWinsOverWhateverElseIsInTheAnswer() {
        log(user, "2026-11-01");

        search(FakeAuditService.answering(new Answer(user, "support", 7L, "break-glass-used", null)))
                .statusCode(403)
                .body(not(containsString(MARKER)));
    }

    @Test
    void wordsThatAreNoSlugAreNotPassedOn() {
        search(FakeAuditService.answering(new Answer(null, null, null, MARKER, MARKER)))
                .statusCode(403)
                .body("code", equalTo("break-glass-refused"))
                .body(not(containsString(MARKER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "role", "receipt", "everything"})
    void anAnswerThatIsNotWholeIsNoReceipt(String missing) {
        log(user, "2026-11-01");
        long before = outbox();
        boolean all = missing.equals("everything");

        search(FakeAuditService.answering(new Answer(
                        all || missing.equals("subject") ? null : user,
                        all || missing.equals("role") ? null : "support",
                        all || missing.equals("receipt") ? null : Long.valueOf(7),
                        null,
                        null)))
                .statusCode(503)
                .body("code", equalTo("break-glass-unknown"))
                .body(not(containsString(MARKER)));

        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void noAnswerIsNoReceipt() {
        search(UUID.randomUUID()).statusCode(503).body("code", equalTo("break-glass-unknown"));
    }

    @Test
    void itOpensOnce() {
        UUID id = granted();
        search(id).statusCode(200).body("days", empty());

        search(id).statusCode(503);
    }

    @Test
    void withoutTheUsersConsentItStaysClosed() {
        FakeProfileService.refuse(user);
        long before = outbox();

        search(granted()).statusCode(403).body("code", equalTo("consent-required"));

        assertThat(outbox()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "auditor", "dpo", "peer-audit-service"})
    void otherRolesDoNotEvenAsk(String role) {
        UUID id = granted();

        search(id, "nosy", role, "2026-11-01", "2026-11-30").statusCode(403).body("code", equalTo("not-allowed"));

        assertThat(FakeAuditService.wasAsked(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02, 2026-11-01", "2020-01-01, 2026-01-01", "soon, 2026-11-01"})
    void aRangeThatIsNoneDoesNotUseItUp(String from, String to) {
        UUID id = granted();

        search(id, "sam", "support", from, to).statusCode(400);

        assertThat(FakeAuditService.wasAsked(id)).isFalse();
    }

    private UUID granted() {
        return FakeAuditService.answering(new Answer(user, "support", 7L, null, null));
    }

    private static ValidatableResponse search(UUID id) {
        return search(id, "sam", "support", "2026-11-01", "2026-11-30");
    }

    private static ValidatableResponse search(UUID id, String person, String role, String from, String to) {
        return given().auth()
                .oauth2(Tokens.of(person, role))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(id, from, to))
                .post("/v1/cycle/break-glass/days/search")
                .then();
    }

    private static void log(String person, String date) {
        given().auth()
                .oauth2(Tokens.of(person))
                .contentType(ContentType.JSON)
                .body("{\"days\":[{\"date\":\"%s\",\"note\":\"%s\"}]}".formatted(date, MARKER))
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }
}
