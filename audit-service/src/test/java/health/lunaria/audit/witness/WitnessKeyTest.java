package health.lunaria.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WitnessKeyTest {

    @Test
    void readsTheKeyOfAWitness() {
        try (CosigningServer server = new CosigningServer()) {
            assertThat(WitnessKey.parse(server.vkey())).hasToString("WitnessKey[witness.example/w1]");
        }
    }

    @Test
    void refusesWhatIsNoKeyOfAWitness() {
        try (CosigningServer server = new CosigningServer()) {
            String vkey = server.vkey();
            String last = vkey.substring(vkey.lastIndexOf('+', vkey.length() - 1));
            assertRefused("");
            assertRefused(vkey + " ");
            assertRefused(" " + vkey);
            assertRefused(vkey.replace("/w1", "/w2"));
            assertRefused(vkey.replace("/w1", " w1"));
            assertRefused(vkey.substring(0, vkey.length() - 1));
            assertRefused(vkey + "AAAA");
            assertRefused(vkey.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+"));
            assertRefused(vkey.substring(0, vkey.length() - last.length()));
        }
    }

    /** The example of C2SP signed-note: an Ed25519 key for notes. */
    @Test
    void refusesAKeyOfAnotherType() {
        assertRefused("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    private static void assertRefused(String vkey) {
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.parse(vkey));
    }
}
