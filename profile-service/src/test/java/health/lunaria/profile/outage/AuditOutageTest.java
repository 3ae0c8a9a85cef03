package health.lunaria.profile.outage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.profile.outage.AuditPeer.State;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While audit-service is away a service keeps its events and goes on; at the limit it refuses rather than forget. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(AuditPeer.class)
class AuditOutageTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    /** Other tests of the run, with whom the database is shared, leave theirs. */
    @BeforeEach
    void nothingWaits() {
        AuditPeer.is(State.HERE);
        data.change("delete from outbox");
        awaitAccess("nobody-yet", 404);
        awaitDelivery();
    }

    @Test
    void itGoesOnThenRefusesThenRecoversAndForgetsNothing() {
        AuditPeer.is(State.AWAY);
        int before = delivered().size();
        int accesses = 1;
        create("patient").statusCode(200);
        while (waiting() < AuditPeer.LIMIT) {
            read("patient").statusCode(200);
            accesses++;
        }
        assertThat(waiting()).isEqualTo(accesses);

        // The backlog is counted every few seconds; what comes until then is recorded, too.
        int status = read("patient").extract().statusCode();
        while (status == 200) {
            accesses++;
            status = read("patient").extract().statusCode();
        }
        refused(read("patient"));
        refused(replace("patient"));
        assertThat(waiting()).isEqualTo(accesses);

        AuditPeer.is(State.HERE);
        awaitAccess("patient", 200);
        awaitDelivery();
        assertThat(delivered().size() - before).isEqualTo(accesses + 1);
        read("patient").header("ETag", equalTo("\"1\"")).body("locale", equalTo("pt-BR"));
    }

    @Test
    void anEventWhoseReceiptIsLostIsDeliveredAgainUnderItsId() {
        AuditPeer.is(State.UNHEARD);
        int before = AuditPeer.delivered().size();
        create("unheard").statusCode(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> AuditPeer.delivered().size() >= before + 2);
        assertThat(waiting()).isEqualTo(1);
        AuditPeer.is(State.HERE);
        awaitDelivery();

        List<String> all = AuditPeer.delivered();
        assertThat(Set.copyOf(all.subList(before, all.size()))).hasSize(1);
    }

    @Test
    void theOutboxSaysWhatItTookInAndGaveOutAndARowThatIsRemovedShows() {
        JsonNode before = nextStatement();
        create("counted").statusCode(200);
        read("counted").statusCode(200);
        awaitDelivery();
        JsonNode after = nextStatement();

        assertThat(numbers(after)).containsExactly(number(before, "recorded") + 2, number(before, "delivered") + 2, 0L);
        assertThat(after.path("outbox")).isEqualTo(before.path("outbox"));

        AuditPeer.is(State.AWAY);
        read("counted").statusCode(200);
        read("counted").statusCode(200);
        data.change("delete from outbox where id = (select id from outbox order by id limit 1)");
        AuditPeer.is(State.HERE);
        awaitDelivery();
        JsonNode robbed = nextStatement();

        assertThat(number(robbed, "recorded") - number(robbed, "delivered") - number(robbed, "waiting"))
                .isEqualTo(number(after, "recorded") - number(after, "delivered") + 1);
    }

    @Test
    void aStatementConfirmsTheOneBefore() {
        nextStatement();
        List<JsonNode> all = AuditPeer.statements();

        assertThat(all.get(all.size() - 1).path("confirms"))
                .isEqualTo(all.get(all.size() - 2).path("id"));
    }

    /** One that was made after now. */
    private static JsonNode nextStatement() {
        int heard = AuditPeer.statements().size();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> AuditPeer.statements().size() > heard + 1);
        return AuditPeer.statements().get(heard + 1);
    }

    private static List<Long> numbers(JsonNode statement) {
        return List.of(number(statement, "recorded"), number(statement, "delivered"), number(statement, "waiting"));
    }

    private static long number(JsonNode statement, String name) {
        return statement.path(name).longValue();
    }

    private void awaitAccess(String user, int status) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> read(user).statusCode(status));
    }

    private void awaitDelivery() {
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("audit-backlog"));
    }

    private long waiting() {
        return data.number("select count(*) from outbox");
    }

    private static Set<String> delivered() {
        return Set.copyOf(AuditPeer.delivered());
    }

    private static ValidatableResponse create(String user) {
        return put(user, "If-None-Match", "*", "{\"country\":\"BR\",\"birthYear\":1990,\"locale\":\"pt-BR\"}");
    }

    private static ValidatableResponse replace(String user) {
        return put(user, "If-Match", "\"1\"", "{\"country\":\"DE\",\"birthYear\":1990,\"locale\":\"de\"}");
    }

    private static ValidatableResponse put(String user, String precondition, String tag, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header(precondition, tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/profile")
                .then();
    }

    private static ValidatableResponse read(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/profile").then();
    }
}
