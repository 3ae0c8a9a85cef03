package health.lunaria.profile.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The key and its thumbprint are those of RFC 8037, appendices A.2 and A.3. */
class ReceiptKeyTest {

    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final ReceiptKey KEY =
            new ReceiptKey(Ed25519PublicKey.of(Base64.getUrlDecoder().decode(X)));

    @Test
    void theKeyIsWrittenAsTheRfcDoes() {
        assertThat(KEY.x()).isEqualTo(X);
    }

    @Test
    void theThumbprintIsThatOfTheRfc() {
        assertThat(KEY.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void whatIsSignedIsHeaderAndPayloadAndNamesTheKey() {
        String[] parts =
                KEY.signingInput(ReceiptSigner.Kind.CONSENT, "{\"ä\":1}").split("\\.");

        assertThat(parts).hasSize(2);
        assertThat(decoded(parts[0]))
                .isEqualTo("{\"alg\":\"EdDSA\",\"typ\":\"consent-receipt+jws\",\"kid\":\"" + KEY.id() + "\"}");
        assertThat(decoded(parts[1])).isEqualTo("{\"ä\":1}");
    }

    @Test
    void theSignatureComesLastWithoutPadding() {
        assertThat(ReceiptKey.compact("a.b", new byte[] {-1, -2, -3, -4})).isEqualTo("a.b.__79_A");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
