package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * {@link Hkdf} takes and gives 32 bytes and has no salt, which none of RFC 5869's vectors does. So those prove a second
 * implementation here, and that one proves the product.
 */
class HkdfTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theReferenceGivesTestCase1OfRfc5869() {
        byte[] key = HEX.parseHex("0b".repeat(22));
        byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
        byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");

        assertThat(HEX.formatHex(reference(key, salt, info, 42)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void theReferenceGivesTestCase3OfRfc5869() {
        byte[] key = HEX.parseHex("0b".repeat(22));

        assertThat(HEX.formatHex(reference(key, new byte[0], new byte[0], 42)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    @Property(tries = 200)
    void derivesWhatTheReferenceDerives(@ForAll @Size(32) byte[] key, @ForAll byte[] info) {
        KeyMaterial derived = Hkdf.derive(KeyMaterial.takeOver(key.clone()), info);

        assertThat(derived.reveal(byte[]::clone)).isEqualTo(reference(key, new byte[0], info, 32));
    }

    @Test
    void leavesTheKeyAsItWas() {
        KeyMaterial key = TestKeys.material(5);
        Hkdf.derive(key, "label".getBytes(US_ASCII)).destroy();

        assertThat(key.reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(5));
    }

    @Test
    void refusesADestroyedKey() {
        KeyMaterial key = TestKeys.material(5);
        key.destroy();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> Hkdf.derive(key, new byte[0]));
    }

    private static byte[] reference(byte[] key, byte[] salt, byte[] info, int length) {
        byte[] extracted = hmac(salt.length == 0 ? new byte[32] : salt, key);
        var output = new ByteArrayOutputStream();
        byte[] block = new byte[0];
        for (int counter = 1; output.size() < length; counter++) {
            var message = new ByteArrayOutputStream();
            message.writeBytes(block);
            message.writeBytes(info);
            message.write(counter);
            block = hmac(extracted, message.toByteArray());
            output.writeBytes(block);
        }
        return Arrays.copyOf(output.toByteArray(), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
