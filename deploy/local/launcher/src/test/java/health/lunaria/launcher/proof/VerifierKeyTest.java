package health.lunaria.launcher.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key and the signed note are the example of C2SP signed-note. */
class VerifierKeyTest {

    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void theExampleOfTheSpecificationIsVerified() throws Exception {
        VerifierKey key = VerifierKey.parse(EXAMPLE, VerifierKey.Use.LOG);
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.by(key).toList()).singleElement().satisfies(signature -> {
            assertThat(key.signed(note.text().getBytes(StandardCharsets.UTF_8), signature.bytes()))
                    .isTrue();
            assertThat(key.signed("This is another message.\n".getBytes(StandardCharsets.UTF_8), signature.bytes()))
                    .isFalse();
        });
    }

    @Test
    void theTextOfANoteEndsAtItsLastEmptyLine() throws Exception {
        SignedNote note = SignedNote.parse(NOTE.replace("message.\n", "message.\n\nAnd more.\n"));

        assertThat(note.text()).isEqualTo("This is an example message.\n\nAnd more.\n");
    }

    @Test
    void noCharacterOfAKeyCanBeChanged() {
        for (int at = 0; at < EXAMPLE.length(); at++) {
            char other = EXAMPLE.charAt(at) == 'a' ? 'b' : 'a';
            String changed = EXAMPLE.substring(0, at) + other + EXAMPLE.substring(at + 1);
            assertThatIllegalArgumentException()
                    .as("character %s", at)
                    .isThrownBy(() -> VerifierKey.parse(changed, VerifierKey.Use.LOG));
        }
    }

    @Test
    void theKeyOfALogIsNoneOfAWitness() {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(EXAMPLE, VerifierKey.Use.WITNESS));
        String witness = NoteSigner.witness("witness.example").verifierKey();
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(witness, VerifierKey.Use.LOG));
        assertThat(VerifierKey.parse(witness, VerifierKey.Use.WITNESS).name()).isEqualTo("witness.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++",
                "example.com/foo",
                "example.com/foo+530d903a",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
                "example.com/ foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void aKeyIsWrittenInOneWay(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(key, VerifierKey.Use.LOG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name \n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAA==\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 a name AAAAAAA=\n",
                "text\n\n\u2014 a+name AAAAAAA=\n",
                "text\n\n\u2014\u00a0name AAAAAAA=\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014 name  AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA= \n",
                "text\n\n \u2014 name AAAAAAA=\n"
            })
    void aNoteIsWrittenInOneWay(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.check()).isEqualTo(Check.FORMAT));
    }
}
