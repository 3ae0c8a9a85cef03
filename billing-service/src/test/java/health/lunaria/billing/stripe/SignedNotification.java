package health.lunaria.billing.stripe;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A notification as Stripe would send it. The signature is computed here by Stripe's description ({@code
 * HMAC-SHA256(secret, timestamp "." body)} in hex), not by its library.
 */
public final class SignedNotification {

    public static final String SECRET = "whsec_of_the_tests";

    private SignedNotification() {}

    public static String subscription(String eventId, Instant created, String accountId, String status) {
        return subscription(eventId, created, accountId, status, "");
    }

    /** @param more further members of the subscription, each followed by a comma */
    public static String subscription(String eventId, Instant created, String accountId, String status, String more) {
        long start = created.getEpochSecond() / 86_400 * 86_400;
        return """
                {"id":"%s","object":"event","api_version":"2026-10-28.basil","created":%d,"livemode":true,
                 "type":"customer.subscription.updated","request":{"id":null,"idempotency_key":null},
                 "data":{"object":{%s"id":"sub_1","object":"subscription","created":%d,"status":"%s",
                  "metadata":{"account_id":"%s"},
                  "items":{"object":"list","data":[{"id":"si_1","object":"subscription_item",
                   "current_period_start":%d,"current_period_end":%d}]}}}}""".formatted(
                        eventId, created.getEpochSecond(), more, start, status, accountId, start, start + 30 * 86_400L);
    }

    public static String header(String body, String secret, Instant at) {
        long timestamp = at.getEpochSecond();
        return "t=" + timestamp + ",v1=" + hmac(secret, timestamp + "." + body);
    }

    public static ValidatableResponse send(String body) {
        return send(body, header(body, SECRET, Instant.now()));
    }

    public static ValidatableResponse send(String body, String signature) {
        var request = given().contentType(ContentType.JSON).body(body);
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        return request.post("/webhooks/stripe").then();
    }

    private static String hmac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
