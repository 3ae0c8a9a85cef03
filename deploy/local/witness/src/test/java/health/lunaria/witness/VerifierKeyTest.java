package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key and note are the example of C2SP signed-note. */
class VerifierKeyTest {

    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String TEXT = "This is an example message.\n";
    private static final String SIGNATURE =
            "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private final VerifierKey key = VerifierKey.parse(VKEY, VerifierKey.ED25519);

    @Test
    void verifiesTheExampleOfTheSpecification() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + SIGNATURE);
        NoteSignature signature = note.signatures().get(0);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(key.isNamedBy(signature)).isTrue();
        assertThat(key.verifies(note.signedBytes(), signature.bytes())).isTrue();
        assertThat(signature.line()).isEqualTo(SIGNATURE);
        assertThat(key).hasToString(VKEY);
    }

    @Test
    void refusesEveryAlteredSignatureAndText() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + SIGNATURE);
        byte[] signature = note.signatures().get(0).bytes();
        for (int i = 0; i < signature.length; i++) {
            byte[] altered = signature.clone();
            altered[i] ^= 1;
            assertThat(key.verifies(note.signedBytes(), altered)).isFalse();
        }
        byte[] text = note.signedBytes();
        for (int i = 0; i < text.length; i++) {
            byte[] altered = text.clone();
            altered[i] ^= 1;
            assertThat(key.verifies(altered, signature)).isFalse();
        }
        assertThat(key.verifies(text, new byte[0])).isFalse();
        assertThat(key.verifies(text, Arrays.copyOf(signature, 63))).isFalse();
        assertThat(key.verifies(text, Arrays.copyOf(signature, 65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k+",
                "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+not base64"
            })
    void refusesWhatIsNoKey(String vkey) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> VerifierKey.parse(vkey, VerifierKey.ED25519));
    }

    @Test
    void refusesAKeyOfAnotherType() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> VerifierKey.parse(VKEY, VerifierKey.COSIGNATURE));
    }

    @Test
    void theSameKeyHasAnotherIdForAnotherUse() {
        byte[] x509 = new byte[44];
        System.arraycopy(HexFormat.of().parseHex("302a300506032b6570032100"), 0, x509, 0, 12);

        assertThat(VerifierKey.of("w", VerifierKey.ED25519, x509).id())
                .isNotEqualTo(VerifierKey.of("w", VerifierKey.COSIGNATURE, x509).id());
    }
}
