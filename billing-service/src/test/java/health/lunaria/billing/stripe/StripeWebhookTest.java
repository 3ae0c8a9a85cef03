package health.lunaria.billing.stripe;

import static health.lunaria.billing.stripe.SignedNotification.SECRET;
import static health.lunaria.billing.stripe.SignedNotification.header;
import static health.lunaria.billing.stripe.SignedNotification.send;
import static health.lunaria.billing.stripe.SignedNotification.subscription;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class StripeWebhookTest {

    private static final Instant NOW = Instant.now();

    @Test
    void whoBoughtNothingHasAnAccountAndNoEntitlement() {
        String first = account("nothing-bought");

        entitlements("nothing-bought").body("accountId", equalTo(first)).body("entitlements", hasSize(0));
    }

    @Test
    void twoPeopleHaveTwoAccounts() {
        assertThat(account("one")).isNotEqualTo(account("another"));
    }

    @ParameterizedTest
    @CsvSource({
        "incomplete, pending, false",
        "trialing, trial, true",
        "active, active, true",
        "past_due, grace, true",
        "unpaid, hold, false",
        "paused, paused, false",
        "canceled, expired, false",
        "incomplete_expired, expired, false",
        "something_new, hold, false"
    })
    void aSubscriptionBecomesAnEntitlement(String status, String state, boolean active) {
        String user = "status-" + status;

        send(subscription(newEvent(), NOW, account(user), status)).statusCode(204);

        entitlements(user)
                .body("entitlements", hasSize(1))
                .body("entitlements[0].name", equalTo("premium"))
                .body("entitlements[0].store", equalTo("stripe"))
                .body("entitlements[0].state", equalTo(state))
                .body("entitlements[0].active", equalTo(active));
    }

    @Test
    void aSubscriptionThatIsNotRenewedRunsOut() {
        send(subscription(newEvent(), NOW, account("leaving"), "active", "\"cancel_at_period_end\":true,"))
                .statusCode(204);

        entitlements("leaving").body("entitlements[0].state", equalTo("cancelled-running"));
    }

    @Test
    void aPausedCollectionGivesNoAccess() {
        send(subscription(
                        newEvent(),
                        NOW,
                        account("pausing"),
                        "active",
                        "\"pause_collection\":{\"behavior\":\"void\",\"resumes_at\":null},"))
                .statusCode(204);

        entitlements("pausing").body("entitlements[0].active", equalTo(false));
    }

    @Test
    void aRefundEndsItAtOnce() {
        String account = account("refunded");
        send(subscription(newEvent(), NOW, account, "active")).statusCode(204);
        String refund = """
                {"id":"%s","object":"event","created":%d,"type":"charge.refunded","data":{"object":
                 {"id":"ch_1","object":"charge","refunded":true,"metadata":{"account_id":"%s"}}}}""".formatted(newEvent(), NOW.getEpochSecond() + 1, account);

        send(refund).statusCode(204);

        entitlements("refunded").body("entitlements[0].state", equalTo("revoked"));
    }

    @Test
    void theSameNotificationTwiceIsTakenOnce() {
        String account = account("doubled");
        String body = subscription(newEvent(), NOW, account, "active");
        long before = notices();

        send(body).statusCode(204);
        send(body).statusCode(204);

        assertThat(notices()).isEqualTo(before + 1);
    }

    @Test
    void aNotificationThatComesLateDoesNotWin() {
        String account = account("late");
        send(subscription(newEvent(), NOW, account, "canceled")).statusCode(204);
        send(subscription(newEvent(), NOW.minusSeconds(30), account, "active")).statusCode(204);

        entitlements("late").body("entitlements[0].state", equalTo("expired"));
    }

    @Test
    void aForeignAccountIsAcknowledgedAndChangesNothing() {
        long before = notices();

        send(subscription(newEvent(), NOW, UUID.randomUUID().toString(), "active"))
                .statusCode(204);
        send(subscription(newEvent(), NOW, "not-one-of-ours", "active")).statusCode(204);

        assertThat(notices()).isEqualTo(before);
    }

    @Test
    void otherNotificationsAreAcknowledged() {
        send("""
                {"id":"evt_x","object":"event","created":1790000000,"type":"customer.created",
                 "data":{"object":{"id":"cus_1","object":"customer","metadata":{}}}}""").statusCode(204);
    }

    @Test
    void onlyTheStoresOwnRecentSignatureOpens() {
        String account = account("forged");
        String body = subscription(newEvent(), NOW, account, "active");
        String good = header(body, SECRET, Instant.now());

        Map<String, String> forged = Map.of(
                "another secret", header(body, "whsec_of_a_stranger", Instant.now()),
                "another body", header(body.replace("active", "canceled"), SECRET, Instant.now()),
                "too old", header(body, SECRET, Instant.now().minus(Duration.ofMinutes(6))),
                "another time",
                        good.replaceFirst("t=[0-9]+", "t=" + (Instant.now().getEpochSecond() - 5)),
                "no time", good.substring(good.indexOf("v1=")),
                "no signature", good.substring(0, good.indexOf(",v1=")),
                "old scheme only", good.replace("v1=", "v0="),
                "nonsense", "t=nonsense,v1=nonsense",
                "empty", "");
        forged.forEach((what, signature) -> assertThat(
                        send(body, signature).extract().path("code").toString())
                .as(what)
                .isEqualTo("invalid-signature"));
        send(body, null).statusCode(400).body("code", equalTo("invalid-signature"));
        entitlements("forged").body("entitlements", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"id\":\"evt_1\",\"created\":1790000000,\"data\":{}}",
                "{\"id\":\"evt_1\",\"created\":1790000000,\"data\":{\"object\":7}}",
                "{\"id\":\"evt_1\",\"created\":\"soon\",\"data\":{\"object\":{\"object\":\"charge\"}}}"
            })
    void aSignedBodyThatIsNoNotificationIsRefused(String body) {
        send(body).statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void aNestedOrHugeBodyIsRefused() {
        send("[".repeat(10_000)).statusCode(400);
        send("{\"id\":\"" + "x".repeat(300_000) + "\"}").statusCode(413).body("code", equalTo("body-too-large"));
    }

    @Test
    void aCardNumberIsRefusedAndNotEchoed() {
        String account = account("card");
        String body = subscription(newEvent(), NOW, account, "active")
                .replace("\"metadata\":{", "\"metadata\":{\"note\":\"4111 1111 1111 1111\",");

        send(body).statusCode(400).body("code", equalTo("card-number-refused")).body(not(containsString("4111")));
        entitlements("card").body("entitlements", hasSize(0));
    }

    private static String newEvent() {
        return "evt_" + UUID.randomUUID();
    }

    private static long notices() {
        return Sql.in(TestDatabases.start().data()).number("select count(*) from store_notice");
    }

    private static String account(String user) {
        return entitlements(user).extract().path("accountId");
    }

    private static ValidatableResponse entitlements(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/billing/entitlements")
                .then()
                .statusCode(200);
    }
}
