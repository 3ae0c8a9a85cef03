package health.lunaria.cycle.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service does when profile-service has somebody erased; the same in every service. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CycleErasureTest {

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());

    @Test
    void herRowsAndHerKeyAreGoneAndNobodyElses() {
        put("stays-here").statusCode(200);
        long months = data.number("select count(*) from day_month");
        long keys = keyring.number("select count(*) from subject_key");
        put("goes-away").statusCode(200);

        erase(UUID.randomUUID(), "goes-away").statusCode(200).body("remarks", empty());

        assertThat(data.number("select count(*) from day_month")).isEqualTo(months);
        assertThat(keyring.number("select count(*) from subject_key")).isEqualTo(keys);
        search("stays-here").statusCode(200).body("days", hasSize(1));
    }

    @Test
    void nothingIsReadOrWrittenForHerAnyMore() {
        put("comes-back").statusCode(200);
        long months = data.number("select count(*) from day_month");
        erase(UUID.randomUUID(), "comes-back");

        search("comes-back").statusCode(410).body("code", equalTo("account-erased"));
        put("comes-back").statusCode(410).body("code", equalTo("account-erased"));
        assertThat(data.number("select count(*) from day_month")).isEqualTo(months - 1);
    }

    @Test
    void whoNeverWroteAnythingIsErasedAsWell() {
        erase(UUID.randomUUID(), "never-wrote").statusCode(200);

        put("never-wrote").statusCode(410);
    }

    @Test
    void repeatedItIsTheSameErasureAndRecordedOnce() {
        put("twice-erased").statusCode(200);
        UUID erasure = UUID.randomUUID();
        long before = recorded();

        String at = erase(erasure, "twice-erased").extract().path("at");
        assertThat(recorded()).isEqualTo(before + 2);
        assertThat(erase(erasure, "twice-erased").extract().<String>path("at")).isEqualTo(at);
        assertThat(recorded()).isEqualTo(before + 2);
    }

    /** A crash between its transactions: it was begun, or the key was gone already. */
    @Test
    void whatWasLeftInTheMiddleIsFinished() {
        put("half-erased").statusCode(200);
        UUID erasure = UUID.randomUUID();
        erase(erasure, "half-erased").statusCode(200);
        data.change("update erasure set erased_at = null where id = ?", erasure);

        erase(erasure, "half-erased").statusCode(200).body("at", not(equalTo(null)));

        assertThat(data.number("select count(*) from erasure where id = ? and erased_at is not null", erasure))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.USER, Roles.DPO, Roles.SECURITY, Roles.PEER_BILLING, Roles.PEER_AUDIT, Roles.PEER_CYCLE})
    void onlyProfileServiceErases(String role) {
        put("not-erased-by-" + role).statusCode(200);

        erase(role, "{\"erasure\":\"" + UUID.randomUUID() + "\",\"subject\":\"not-erased-by-" + role + "\"}")
                .statusCode(403);

        search("not-erased-by-" + role).body("days", hasSize(1));
    }

    @Test
    void nobodyUnknownErases() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/erasure")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"subject\":\"mArKeR7394\"}",
                "{\"erasure\":\"mArKeR7394\",\"subject\":\"a\"}",
                "{\"erasure\":\"0d0ee4a8-4f3c-4b0e-8d52-0d58d8a3d3a1\",\"subject\":\"\"}",
                "{\"erasure\":\"0d0ee4a8-4f3c-4b0e-8d52-0d58d8a3d3a1\",\"subject\":\"a\",\"mArKeR7394\":1}"
            })
    void aHalfOrderIsRefused(String body) {
        erase(Roles.PEER_PROFILE, body).statusCode(400).body(not(containsString("mArKeR7394")));
    }

    private long recorded() {
        return data.number("select sum(recorded) from outbox_total");
    }

    private static ValidatableResponse erase(UUID erasure, String user) {
        return erase(Roles.PEER_PROFILE, "{\"erasure\":\"" + erasure + "\",\"subject\":\"" + user + "\"}");
    }

    private static ValidatableResponse erase(String role, String body) {
        return given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/erasure")
                .then();
    }

    private static ValidatableResponse put(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[{\"date\":\"2026-01-03\",\"flow\":\"medium\",\"note\":\"slept badly\"}]}")
                .put("/v1/cycle/days")
                .then();
    }

    private static ValidatableResponse search(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}")
                .post("/v1/cycle/days/search")
                .then();
    }
}
