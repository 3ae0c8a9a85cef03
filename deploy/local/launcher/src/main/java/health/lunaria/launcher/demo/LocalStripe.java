package health.lunaria.launcher.demo;

import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.ServicePart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for Stripe on a local stack: writes notifications as Stripe does and signs them with the webhook secret that
 * this stack made for itself. Source of form and signature: Stripe's documentation of webhooks.
 */
public final class LocalStripe {

    /** The header that carries a signature. */
    public static final String SIGNATURE_HEADER = "Stripe-Signature";

    private static final Duration PERIOD = Duration.ofDays(30);

    private final String secret;

    public LocalStripe(Secrets secrets) {
        this.secret = ServicePart.stripeWebhookSecret(secrets);
    }

    /** @param status of Stripe's object Subscription, e.g. {@code active} */
    public String subscription(String accountId, String status, Instant now) {
        long start = now.truncatedTo(ChronoUnit.DAYS).getEpochSecond();
        return """
                {"id":"evt_%s","object":"event","created":%d,"type":"customer.subscription.updated","data":{"object":
                {"id":"sub_local_%s","object":"subscription","created":%d,"status":"%s","metadata":{"account_id":"%s"},
                "items":{"object":"list","data":[{"id":"si_local","object":"subscription_item",
                "current_period_start":%d,"current_period_end":%d}]}}}}""".formatted(
                        UUID.randomUUID(),
                        now.getEpochSecond(),
                        accountId,
                        start,
                        status,
                        accountId,
                        start,
                        start + PERIOD.toSeconds());
    }

    /** The value of {@link #SIGNATURE_HEADER} for a body. */
    public String sign(String body, Instant now) {
        long timestamp = now.getEpochSecond();
        return "t=" + timestamp + ",v1=" + hmac(timestamp + "." + body);
    }

    private String hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
