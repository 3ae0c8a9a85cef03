package health.lunaria.profile.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.lunaria.profile.provider.FakeKeycloak;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(FakeKeycloak.class)
class SessionResourceTest {

    private static final String SESSIONS = "/v1/profile/sessions";
    private static final long TIME = 1_795_000_000_000L;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void theNewestUseComesFirstAndTheCallersOwnIsMarked() {
        FakeKeycloak.login("lister", id("phone-of-lister"), TIME);
        FakeKeycloak.login("lister", id("tablet-of-lister"), TIME + 1000);

        list("lister", id("phone-of-lister"))
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("sessions", hasSize(2))
                .body("sessions[0].id", equalTo(id("tablet-of-lister")))
                .body("sessions[0].current", equalTo(false))
                .body("sessions[1].current", equalTo(true))
                .body("sessions[1].clients[0]", equalTo("lunaria-app"))
                .body("sessions[1].lastUsedAt", equalTo("2026-11-18T11:06:40Z"));
    }

    @Test
    void anAddressIsNotShown() {
        FakeKeycloak.login("addressed", id("phone-of-addressed"), TIME);

        list("addressed", null).statusCode(200).body(not(containsString("192.0.2.7")));
    }

    @Test
    void aSessionIsEnded() {
        FakeKeycloak.login("ender", id("phone-of-ender"), TIME);
        FakeKeycloak.login("ender", id("tablet-of-ender"), TIME);

        end("ender", id("tablet-of-ender")).statusCode(204);

        assertThat(FakeKeycloak.sessions("ender")).containsExactly(id("phone-of-ender"));
        end("ender", id("tablet-of-ender")).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void anothersSessionIsNotThere() {
        FakeKeycloak.login("victim", id("phone-of-victim"), TIME);
        FakeKeycloak.login("attacker", id("phone-of-attacker"), TIME);

        end("attacker", id("phone-of-victim")).statusCode(404).body("code", equalTo("not-found"));

        assertThat(FakeKeycloak.sessions("victim")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "..%2f..%2fusers%2faccount-of-victim",
                "0123456789abcdef%3fisOffline=true",
                "a%20bcdefghijklmnopq"
            })
    void whatCannotBeASessionIsAskedOfNobody(String id) {
        FakeKeycloak.login("guesser", id("phone-of-guesser"), TIME);

        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token("guesser", null))
                .delete(SESSIONS + "/" + id)
                .then()
                .statusCode(404);
        assertThat(FakeKeycloak.sessions("guesser")).hasSize(1);
    }

    @Test
    void allOthersAreEndedAtOnce() {
        for (String device : new String[] {"phone", "tablet", "laptop"}) {
            FakeKeycloak.login("cleaner", id(device + "-of-cleaner"), TIME);
        }
        FakeKeycloak.login("bystander", id("phone-of-bystander"), TIME);

        endOthers("cleaner", id("phone-of-cleaner")).statusCode(204);

        assertThat(FakeKeycloak.sessions("cleaner")).containsExactly(id("phone-of-cleaner"));
        assertThat(FakeKeycloak.sessions("bystander")).hasSize(1);
    }

    @Test
    void aTokenWithoutASessionKeepsNone() {
        FakeKeycloak.login("sessionless", id("phone-of-sessionless"), TIME);

        endOthers("sessionless", null).statusCode(204);

        assertThat(FakeKeycloak.sessions("sessionless")).isEmpty();
    }

    @Test
    void whileTheProviderFailsNothingIsShownAndNothingRecorded() {
        FakeKeycloak.login("unlucky", id("phone-of-unlucky"), TIME);
        FakeKeycloak.failsWith("unlucky", 500);
        long before = outbox();

        list("unlucky", null).statusCode(503).body("code", equalTo("temporarily-unavailable"));
        end("unlucky", id("phone-of-unlucky")).statusCode(503);

        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void aSlowProviderIsNotWaitedFor() {
        FakeKeycloak.isMuteAbout("patient");

        list("patient", null).statusCode(503).header("Retry-After", equalTo("5"));
    }

    @Test
    void whoseTokenTheProviderDoesNotKnowIsNotServed() {
        FakeKeycloak.doesNotKnowTokensOf("forged");

        list("forged", null).statusCode(503);
    }

    @Test
    void eachAccessIsRecorded() {
        FakeKeycloak.login("recorded", id("phone-of-recorded"), TIME);
        FakeKeycloak.login("recorded", id("tablet-of-recorded"), TIME);
        long before = outbox();

        list("recorded", null).statusCode(200);
        end("recorded", id("tablet-of-recorded")).statusCode(204);
        endOthers("recorded", id("phone-of-recorded")).statusCode(204);
        assertThat(outbox() - before).isEqualTo(3);

        end("recorded", id("tablet-of-recorded")).statusCode(404);
        assertThat(outbox() - before).isEqualTo(3);
    }

    @Test
    void staffHasNoSessionsHere() {
        given().auth().oauth2(Tokens.of("officer", "dpo")).get(SESSIONS).then().statusCode(403);
        given().get(SESSIONS).then().statusCode(401);
    }

    /** Of the length of the provider's. */
    private static String id(String name) {
        return (name + "-------------------").substring(0, Math.max(24, name.length()));
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static ValidatableResponse list(String user, String session) {
        return given().auth().oauth2(token(user, session)).get(SESSIONS).then();
    }

    private static ValidatableResponse end(String user, String session) {
        return given().auth()
                .oauth2(token(user, null))
                .delete(SESSIONS + "/" + session)
                .then();
    }

    private static ValidatableResponse endOthers(String user, String kept) {
        return given().auth().oauth2(token(user, kept)).delete(SESSIONS).then();
    }

    private static String token(String user, String session) {
        var claims = Tokens.claims(user);
        return Tokens.sign(session == null ? claims : claims.claim("sid", session));
    }
}
