package health.lunaria.audit.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key and note are the example of C2SP signed-note. */
class NoteTest {

    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String TEXT = "This is an example message.\n";
    private static final String BASE64 =
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
    private static final String SIGNATURE = "— example.com/foo " + BASE64 + "\n";
    private static final String FOREIGN = "— example.com/bar " + BASE64 + "\n";

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\n",
                "\n\n",
                TEXT,
                TEXT + "\n",
                TEXT + SIGNATURE,
                TEXT + "\n" + SIGNATURE + "\n",
                TEXT + "\n" + SIGNATURE.stripTrailing(),
                TEXT + "\n\n" + SIGNATURE + "\n",
                TEXT + "\n" + SIGNATURE.replace("— ", "- "),
                TEXT + "\n" + SIGNATURE.replace("— ", "—"),
                TEXT + "\n" + "— " + BASE64 + "\n",
                TEXT + "\n" + "—  " + BASE64 + "\n",
                TEXT + "\n" + SIGNATURE.replace("/foo", "+foo"),
                TEXT + "\n" + SIGNATURE.replace("/foo", " foo"),
                TEXT + "\n" + SIGNATURE.replace("/foo", "\u00a0foo"),
                TEXT + "\n" + SIGNATURE.replace("/foo", "\u0085foo"),
                TEXT + "\n" + SIGNATURE.replace("=", ""),
                TEXT + "\n" + SIGNATURE.replace("QM=", "QN="),
                TEXT + "\n" + SIGNATURE.replace("Uw2Q", "U_2Q"),
                TEXT + "\n" + SIGNATURE.replace("Uw2Q", "Uw2 Q"),
                TEXT + "\n— example.com/foo Uw2QOg==\n",
                TEXT + "\n— example.com/foo \n",
                TEXT + "\n" + SIGNATURE.repeat(33),
                "This is\tan example message.\n\n" + SIGNATURE,
                "This is an example message.\r\n\n" + SIGNATURE,
                "\0\n\n" + SIGNATURE,
                "\ud800\n\n" + SIGNATURE,
                "x".repeat(128 * 1024) + "\n\n" + SIGNATURE);
    }

    @Test
    void theExampleIsSignedByItsKey() throws Exception {
        Note note = Note.parse(TEXT + "\n" + SIGNATURE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signatures()).hasSize(1);
        assertThat(VerifierKey.parse(KEY).name()).isEqualTo("example.com/foo");
        assertThat(verifies(TEXT + "\n" + SIGNATURE)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String note) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Note.parse(note));
    }

    @Test
    void signaturesOfOthersAreIgnored() throws Exception {
        assertThat(verifies(TEXT + "\n" + FOREIGN + SIGNATURE + FOREIGN)).isTrue();
        assertThat(verifies(TEXT + "\n" + FOREIGN)).isFalse();
    }

    @Test
    void theKeysNameAloneOrItsIdAloneIsNotTheKey() throws Exception {
        assertThat(verifies(TEXT + "\n" + SIGNATURE.replace("Uw2Q", "Uw3Q"))).isFalse();
        assertThat(verifies(TEXT + "\n" + SIGNATURE.replace("example", "Example")))
                .isFalse();
    }

    @Test
    void anotherTextIsNotSigned() throws Exception {
        assertThat(verifies(TEXT.replace("an", "no") + "\n" + SIGNATURE)).isFalse();
        assertThat(verifies(TEXT + "\n" + TEXT + "\n" + SIGNATURE)).isFalse();
    }

    @Test
    void aFalseSignatureBesideATrueOneSpoilsTheNote() throws Exception {
        assertThat(verifies(TEXT + "\n" + SIGNATURE + SIGNATURE.replace("2ON", "3ON")))
                .isFalse();
        assertThat(verifies(TEXT + "\n" + SIGNATURE + "— example.com/foo Uw2QOkn8srV1\n"))
                .isFalse();
    }

    @Test
    void theTextMayHaveEmptyLines() throws Exception {
        assertThat(Note.parse("one\n\n\ntwo\n\n" + SIGNATURE).text()).isEqualTo("one\n\n\ntwo\n");
    }

    @Test
    void sixteenLargeSignaturesAreAccepted() {
        String large = "— example.com/large " + "AAAA".repeat(1700) + "\n";

        assertThatNoException().isThrownBy(() -> Note.parse(TEXT + "\n" + large.repeat(16)));
    }

    @Test
    void aKeyThatIsNotWrittenAsItMustBeIsRefused() {
        List.of(
                        "",
                        "example.com/foo",
                        KEY.replace("example.com/foo", ""),
                        KEY.replace("/foo", "/bar"),
                        KEY.replace("/foo", " foo"),
                        KEY.replace("530d903a", "530d903b"),
                        KEY.replace("530d903a", "530D903A"),
                        KEY.replace("530d903a", ""),
                        KEY.replace("AekyeR", "BOkyeR"),
                        KEY.replace("3U2k", "3U2"),
                        KEY.replace("3U2k", ""),
                        KEY + "AAAA",
                        KEY + "\n",
                        KEY + " ")
                .forEach(line -> assertThatExceptionOfType(MalformedException.class)
                        .as(line)
                        .isThrownBy(() -> VerifierKey.parse(line)));
    }

    private static boolean verifies(String note) throws MalformedException {
        return VerifierKey.parse(KEY).verifies(Note.parse(note));
    }
}
