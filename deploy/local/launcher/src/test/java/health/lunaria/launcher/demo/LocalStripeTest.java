package health.lunaria.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.ServicePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStripeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path directory;

    private Secrets secrets;
    private LocalStripe stripe;

    @BeforeEach
    void open() {
        secrets = new Secrets(directory);
        stripe = new LocalStripe(secrets);
    }

    @Test
    void signsTheTimeAndTheBodyAsSomebodyElsesHmacDoes() {
        String signed = NOW.getEpochSecond() + ".{\"a\":1}";

        assertThat(stripe.sign("{\"a\":1}", NOW)).isEqualTo("t=" + NOW.getEpochSecond() + ",v1=" + reference(signed));
    }

    @Test
    void anotherBodyOrTimeHasAnotherSignature() {
        String signature = stripe.sign("{}", NOW);

        assertThat(stripe.sign("{ }", NOW)).isNotEqualTo(signature);
        assertThat(stripe.sign("{}", NOW.plusSeconds(1)).replaceFirst(".*v1=", ""))
                .isNotEqualTo(signature.replaceFirst(".*v1=", ""));
    }

    @Test
    void aNotificationTellsOfAPeriodAroundNow() throws IOException {
        JsonNode event = new ObjectMapper().readTree(stripe.subscription("account-1", "active", NOW));
        JsonNode item = event.at("/data/object/items/data/0");

        assertThat(event.at("/data/object/metadata/account_id").asText()).isEqualTo("account-1");
        assertThat(item.path("current_period_start").asLong()).isLessThanOrEqualTo(NOW.getEpochSecond());
        assertThat(item.path("current_period_end").asLong()).isGreaterThan(NOW.getEpochSecond());
    }

    @Test
    void noTwoNotificationsHaveTheSameId() throws IOException {
        JsonNode one = new ObjectMapper().readTree(stripe.subscription("account-1", "active", NOW));
        JsonNode other = new ObjectMapper().readTree(stripe.subscription("account-1", "active", NOW));

        assertThat(one.path("id")).isNotEqualTo(other.path("id"));
    }

    private String reference(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(ServicePart.stripeWebhookSecret(secrets).getBytes(StandardCharsets.UTF_8)));
        mac.update(bytes, 0, bytes.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
