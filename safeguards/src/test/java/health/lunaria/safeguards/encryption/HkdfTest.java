package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theReferenceGivesTestCase1OfRfc5869() {
        byte[] key = HEX.parseHex("0b".repeat(22));
        byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
        byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");

        assertThat(HEX.formatHex(ReferenceHkdf.derive(key, salt, info, 42)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void theReferenceGivesTestCase3OfRfc5869() {
        byte[] key = HEX.parseHex("0b".repeat(22));

        assertThat(HEX.formatHex(ReferenceHkdf.derive(key, new byte[0], new byte[0], 42)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
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
}
