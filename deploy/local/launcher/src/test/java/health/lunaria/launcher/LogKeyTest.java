package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example is that of C2SP signed-note. */
class LogKeyTest {

    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private final byte[] x509 = x509();

    @Test
    void namesTheKeyAsTheSpecificationDoes() {
        assertThat(LogKey.vkey("example.com/foo", x509)).isEqualTo(VKEY);
    }

    @Test
    void anotherLogWithTheSameKeyIsAnotherKey() {
        assertThat(LogKey.vkey("example.com/bar", x509)).doesNotContain("530d903a");
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        byte[] otherAlgorithm = x509.clone();
        otherAlgorithm[8] ^= 1;
        for (byte[] bad : new byte[][] {{}, Arrays.copyOf(x509, 43), Arrays.copyOf(x509, 45), otherAlgorithm}) {
            assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> LogKey.vkey("example.com/foo", bad));
        }
    }

    private static byte[] x509() {
        byte[] material = Base64.getDecoder().decode(VKEY.substring(VKEY.lastIndexOf('+') + 1));
        byte[] encoded = Arrays.copyOf(HexFormat.of().parseHex("302a300506032b6570032100"), 44);
        System.arraycopy(material, 1, encoded, 12, 32);
        return encoded;
    }
}
