package health.lunaria.audit.verify.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes: it is either refused, or it is a note in the one way in which that note can be written. */
class NotePropertiesTest {

    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
        """;

    @Property
    void anyText(@ForAll String text) {
        assertThatItIsRefusedOrWrittenTheSameWay(text);
    }

    @Property(tries = 2000)
    void textThatLooksLikeANote(@ForAll @Chars({'\n', '—', ' ', 'A', '=', '+', 'é'}) String text) {
        assertThatItIsRefusedOrWrittenTheSameWay(text);
        assertThatItIsRefusedOrWrittenTheSameWay("A\n\n— A AAAAAAA=\n" + text);
        assertThatItIsRefusedOrWrittenTheSameWay(text + "\n\n— A AAAAAAA=\n");
    }

    @Property(tries = 2000)
    void aNoteWithOneOtherCharacterIsNotSigned(@ForAll @IntRange(max = 200) int place, @ForAll char other)
            throws MalformedException {
        StringBuilder changed = new StringBuilder(NOTE);
        changed.setCharAt(place % NOTE.length(), other);
        if (changed.toString().equals(NOTE)) {
            return;
        }
        try {
            assertThat(VerifierKey.parse(KEY).verifies(Note.parse(changed.toString())))
                    .isFalse();
        } catch (MalformedException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    @Property
    void anyTextAsAKeyOrACheckpointIsReadOrRefused(@ForAll String text) {
        readsOrRefuses(() -> VerifierKey.parse(text));
        readsOrRefuses(() -> VerifierKey.parse("a+" + text));
        readsOrRefuses(() -> CheckpointBody.parse(text));
        readsOrRefuses(() -> CheckpointBody.parse("a\n1\n" + text));
    }

    private static void assertThatItIsRefusedOrWrittenTheSameWay(String text) {
        try {
            Note note = Note.parse(text);
            StringBuilder written = new StringBuilder(note.text()).append('\n');
            note.signatures().forEach(signature -> written.append(line(signature)));
            assertThat(written.toString()).isEqualTo(text);
        } catch (MalformedException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private static String line(NoteSignature signature) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.bytes().length)
                .putInt(signature.keyId())
                .put(signature.bytes())
                .array();
        return "— " + signature.name() + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private static void readsOrRefuses(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (MalformedException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private interface Reading {
        Object read() throws MalformedException;
    }
}
