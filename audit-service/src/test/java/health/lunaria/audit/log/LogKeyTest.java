package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Against the key and the note that the documentation of Go's {@code golang.org/x/mod/sumdb/note} has as its example. */
class LogKeyTest {

    private static final String NAME = "PeterNeumann";
    private static final String VERIFIER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    private final LogKey key = new LogKey(NAME, Ed25519PublicKey.of(publicKey()));

    @Test
    void hasTheVerifierKeyThatGoGivesIt() {
        assertThat(key.verifierKey()).isEqualTo(VERIFIER_KEY);
    }

    @Test
    void writesTheNoteThatGoWrites() {
        byte[] signature = signature();

        assertThat(key.note(TEXT, signature)).isEqualTo(TEXT + "\n— " + NAME + " " + SIGNATURE + "\n");
        assertThat(key.key().verifies(TEXT.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
    }

    @Test
    void verifiesNothingElse() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature();
        signature[0] ^= 1;

        assertThat(key.key().verifies(text, signature)).isFalse();
        assertThat(key.key().verifies(new byte[0], signature())).isFalse();
        assertThat(key.key().verifies(text, new byte[0])).isFalse();
        assertThat(key.key().verifies(text, new byte[64])).isFalse();
    }

    private static byte[] publicKey() {
        byte[] typed = Base64.getDecoder().decode(VERIFIER_KEY.substring(VERIFIER_KEY.lastIndexOf('+') + 1));
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    private static byte[] signature() {
        byte[] line = Base64.getDecoder().decode(SIGNATURE);
        return Arrays.copyOfRange(line, 4, line.length);
    }
}
