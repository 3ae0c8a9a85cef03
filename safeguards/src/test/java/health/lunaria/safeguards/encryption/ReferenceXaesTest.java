package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of C2SP XAES-256-GCM, for the reference and for the product. The second has the carry of the CMAC subkey. */
class ReferenceXaesTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NONCE = "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(US_ASCII);
    private static final byte[] PLAINTEXT = "XAES-256-GCM".getBytes(US_ASCII);
    private static final String FIRST = "1, '', c8612c9ed53fe43e8e005b828a1631a0bbcb6ab2f46514ec4f439fcfd0fa969b,"
            + "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271";
    private static final String SECOND = "3, c2sp.org/XAES-256-GCM,"
            + "e9c621d4cdd9b11b00a6427ad7e559aeedd66b3857646677748f8ca796cb3fd8,"
            + "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d";

    @ParameterizedTest
    @CsvSource({FIRST, SECOND})
    void theReferenceDerivesAndEncryptsAsSpecified(int key, String associatedData, String derived, String encrypted) {
        byte[] aad = associatedData.getBytes(US_ASCII);

        assertThat(ReferenceXaes.derivedKey(TestKeys.bytes(key), NONCE)).isEqualTo(HEX.parseHex(derived));
        assertThat(ReferenceXaes.crypt(Cipher.ENCRYPT_MODE, TestKeys.bytes(key), NONCE, PLAINTEXT, aad))
                .isEqualTo(HEX.parseHex(encrypted));
    }

    @ParameterizedTest
    @CsvSource({FIRST, SECOND})
    void theProductOpensTheVector(int key, String associatedData, String derived, String encrypted) {
        byte[] header = HEX.parseHex("01" + "00000007" + HEX.formatHex(ReferenceXaes.commitment(TestKeys.bytes(key))));
        byte[] record = HEX.parseHex(HEX.formatHex(header) + HEX.formatHex(NONCE) + encrypted);

        byte[] opened = new SealedRecord(TestKeys.material(key), 7).open(record, associatedData.getBytes(US_ASCII));

        assertThat(opened).isEqualTo(PLAINTEXT);
    }
}
