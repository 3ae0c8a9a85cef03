package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The data is set back behind the service's back, as a restore does it, and what was withdrawn since holds all the same. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class WithdrawalReplayTest {

    private static final String RESEARCH = "/v1/profile/consents/research";
    private static final String RESTRICTION = "/v1/profile/restriction";

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());

    @Inject
    Pseudonyms pseudonyms;

    @AfterEach
    void openTheDoorAgain() {
        data.change("drop table if exists backup_of_state");
        data.change("update restoration set replayed_at = now() where replayed_at is null");
        awaitReady();
    }

    @Test
    void aWithdrawalAfterTheBackupHolds() {
        decide("withdrew-since", true);
        backUp();
        decide("withdrew-since", false);
        restore();

        assertThat(granted("withdrew-since")).isFalse();
        assertThat(history("withdrew-since")).isEqualTo(2);
    }

    @Test
    void aRestrictionAfterTheBackupHolds() {
        restrict("restricted-since", false);
        backUp();
        restrict("restricted-since", true);
        restore();

        assertThat(isRestricted("restricted-since")).isTrue();
    }

    @Test
    void aWithdrawalBeforeTheBackupAndAYesBeforeItAreWhatTheBackupSays() {
        decide("yes-again", true);
        decide("yes-again", false);
        decide("yes-again", true);
        backUp();
        restore();

        assertThat(granted("yes-again")).isTrue();
    }

    @Test
    void aYesThatTheBackupDoesNotKnowOfIsNone() {
        decide("lost-yes", true);
        backUp();
        decide("lost-yes", false);
        decide("lost-yes", true);
        restore();

        assertThat(granted("lost-yes")).isFalse();
    }

    @Test
    void whoeverTheBackupDoesNotKnowHasWithdrawnToo() {
        backUp();
        decide("came-later", true);
        decide("came-later", false);
        restore();

        assertThat(granted("came-later")).isFalse();
        assertThat(history("came-later")).isEqualTo(1);
    }

    @Test
    void toReplayTwiceChangesNothing() {
        decide("replayed-twice", true);
        backUp();
        decide("replayed-twice", false);
        restore();
        mark();
        awaitReplayed();

        assertThat(history("replayed-twice")).isEqualTo(2);
    }

    @Test
    void somethingElseThatWasAgreedToStaysSo() {
        decide("partly", true);
        put("partly", "/v1/profile/consents/marketing", "{\"granted\":true,\"policyVersion\":\"2026-11\"}");
        backUp();
        decide("partly", false);
        restore();

        assertThat(granted("partly")).isFalse();
        assertThat((Boolean) consents("partly", "marketing")).isTrue();
    }

    @Test
    void aBrokenLedgerLetsNobodyIn() {
        decide("broken-ledger", true);
        decide("broken-ledger", false);
        byte[] subject = pseudonyms.of(new Subject("broken-ledger")).bytes();
        byte[] sealed = keyring.bytes("select sealed from withdrawal where subject_ref = ?", (Object) subject);
        byte[] broken = sealed.clone();
        broken[broken.length - 1] ^= 1;
        keyring.change("update withdrawal set sealed = ? where subject_ref = ?", broken, subject);
        try {
            mark();
            await().atMost(Duration.ofSeconds(10)).until(() -> readiness() == 503);
            given().auth()
                    .oauth2(Tokens.of("somebody-else"))
                    .get("/v1/profile/consents")
                    .then()
                    .statusCode(503);
        } finally {
            keyring.change("update withdrawal set sealed = ? where subject_ref = ?", sealed, subject);
        }
        awaitReplayed();
        awaitReady();
    }

    @Test
    void theLedgerHasOneRowForEachMatterAndGoesWithTheKey() {
        for (int i = 0; i < 3; i++) {
            decide("to-and-fro", true);
            decide("to-and-fro", false);
            restrict("to-and-fro", true);
            restrict("to-and-fro", false);
        }
        byte[] subject = pseudonyms.of(new Subject("to-and-fro")).bytes();
        assertThat(keyring.number("select count(*) from withdrawal where subject_ref = ?", (Object) subject))
                .isEqualTo(2);

        keyring.change("delete from subject_key where subject_ref = ?", (Object) subject);

        assertThat(keyring.number("select count(*) from withdrawal where subject_ref = ?", (Object) subject))
                .isZero();
    }

    @Test
    void aWithdrawalThatCannotBeRememberedIsRefused() {
        decide("no-ledger", true);
        keyring.change("alter table withdrawal rename to withdrawal_away");
        try {
            call("no-ledger")
                    .body("{\"granted\":false,\"policyVersion\":\"2026-11\"}")
                    .put(RESEARCH)
                    .then()
                    .statusCode(500);
        } finally {
            keyring.change("alter table withdrawal_away rename to withdrawal");
        }
        assertThat(granted("no-ledger")).isTrue();
    }

    private void backUp() {
        data.change("create table backup_of_state as select * from consent_state");
    }

    /** Only what the replay looks at is set back. */
    private void restore() {
        data.change("delete from consent_decision d where d.revision > coalesce((select b.revision from"
                + " backup_of_state b where b.subject_ref = d.subject_ref), 0)"
                + " and exists (select from consent_state s where s.subject_ref = d.subject_ref)");
        data.change("delete from consent_state");
        data.change("insert into consent_state select * from backup_of_state");
        mark();
        awaitReplayed();
        awaitReady();
    }

    private void mark() {
        data.change(
                "insert into restoration (id, kind, taken_at, restored_at) values (?, 'DATA', now(), now())",
                UUID.randomUUID());
    }

    private void awaitReplayed() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> data.number("select count(*) from restoration where replayed_at is null") == 0);
    }

    private static void awaitReady() {
        await().atMost(Duration.ofSeconds(15)).until(() -> readiness() == 200);
    }

    private static int readiness() {
        String ready = ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/health/ready";
        return given().get(ready).statusCode();
    }

    private static void decide(String user, boolean granted) {
        put(user, RESEARCH, "{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}");
    }

    private static void restrict(String user, boolean restricted) {
        put(user, RESTRICTION, "{\"restricted\":" + restricted + "}");
    }

    private static void put(String user, String path, String body) {
        call(user).body(body).put(path).then().statusCode(200);
    }

    private static boolean granted(String user) {
        return (Boolean) consents(user, "research");
    }

    private static Object consents(String user, String purpose) {
        return call(user)
                .get("/v1/profile/consents")
                .then()
                .statusCode(200)
                .extract()
                .path("consents.find { it.purpose == '" + purpose + "' }.granted");
    }

    private static int history(String user) {
        return call(user)
                .get("/v1/profile/consents/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("consents")
                .size();
    }

    private static boolean isRestricted(String user) {
        return call(user).get(RESTRICTION).then().statusCode(200).extract().path("restricted");
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }
}
