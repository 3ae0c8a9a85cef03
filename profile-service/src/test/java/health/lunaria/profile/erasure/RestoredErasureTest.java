package health.lunaria.profile.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** One of the two databases is set back to before an erasure: the other one remembers. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class RestoredErasureTest {

    private static final String CONSENTS = "select count(*) from consent_state where subject_ref = ?";
    private static final String KEYS = "select count(*) from subject_key where subject_ref = ?";

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());

    @Inject
    Pseudonyms pseudonyms;

    @Test
    void rowsThatCameBackFromABackupOfTheDataGoAgain() {
        byte[] subject = write("rows-came-back");
        keyring.change("insert into erased_subject (subject_ref) values (?)", (Object) subject);
        keyring.change("delete from subject_key where subject_ref = ?", (Object) subject);

        restored("DATA");

        assertThat(data.number(CONSENTS, (Object) subject)).isZero();
        assertThat(data.number("select count(*) from consent_decision where subject_ref = ?", (Object) subject))
                .isZero();
    }

    @Test
    void howeverLongAgoTheErasureWas() {
        byte[] subject = write("rows-of-long-ago");
        keyring.change(
                "insert into erased_subject (subject_ref, erased_at) values (?, now() - interval '30 days')",
                (Object) subject);
        keyring.change("delete from subject_key where subject_ref = ?", (Object) subject);

        restored("DATA");

        assertThat(data.number(CONSENTS, (Object) subject)).isZero();
    }

    @Test
    void aKeyThatCameBackFromABackupOfTheKeyringGoesAgain() {
        byte[] subject = write("key-came-back");
        data.change(
                "insert into erasure (id, subject_ref, remarks, erased_at) values (?, ?, '', now())",
                UUID.randomUUID(),
                subject);

        restored("KEYRING");

        assertThat(keyring.number(KEYS, (Object) subject)).isZero();
        assertThat(keyring.number("select count(*) from erased_subject where subject_ref = ?", (Object) subject))
                .isEqualTo(1);
        assertThat(data.number(CONSENTS, (Object) subject)).isZero();
        given().auth()
                .oauth2(Tokens.of("key-came-back"))
                .get("/v1/profile/consents")
                .then()
                .statusCode(410)
                .body("code", equalTo("account-erased"));
    }

    @Test
    void theLivingStay() {
        byte[] subject = write("living-on");

        restored("DATA");

        assertThat(data.number(CONSENTS, (Object) subject)).isEqualTo(1);
        assertThat(keyring.number(KEYS, (Object) subject)).isEqualTo(1);
    }

    private byte[] write(String user) {
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .put("/v1/profile/consents/research")
                .then()
                .statusCode(200);
        return pseudonyms.of(new Subject(user)).bytes();
    }

    private void restored(String kind) {
        data.change(
                "insert into restoration (id, kind, taken_at, restored_at) values (?, ?, now(), now())",
                UUID.randomUUID(),
                kind);
        String ready = ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/health/ready";
        await().atMost(Duration.ofSeconds(15))
                .until(() -> data.number("select count(*) from restoration where replayed_at is null") == 0
                        && given().get(ready).statusCode() == 200);
    }
}
