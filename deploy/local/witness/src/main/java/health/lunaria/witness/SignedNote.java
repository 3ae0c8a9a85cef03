package health.lunaria.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text and its signatures, as in <a href="https://c2sp.org/signed-note">C2SP signed-note</a>. Nothing is verified yet.
 *
 * @param text with its last newline, without the empty line after it
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    /** More than the 16 that must be taken, and few enough to look at. */
    private static final int MAX_SIGNATURES = 100;

    private static final String SEPARATOR = "\n\n";

    /** @throws MalformedException if it is no note */
    static SignedNote parse(String note) {
        int separator = note.lastIndexOf(SEPARATOR);
        if (separator < 0 || !note.endsWith("\n") || note.endsWith(SEPARATOR)) {
            throw new MalformedException("A note is a text, an empty line and signatures");
        }
        List<String> lines =
                note.substring(separator + SEPARATOR.length()).lines().toList();
        if (lines.size() > MAX_SIGNATURES) {
            throw new MalformedException("More than " + MAX_SIGNATURES + " signatures");
        }
        return new SignedNote(
                note.substring(0, separator + 1),
                lines.stream().map(NoteSignature::parse).toList());
    }

    /** @throws MalformedException if they are not UTF-8, or hold a control character other than a newline */
    static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
                throw new MalformedException("Control characters");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedException("Not UTF-8");
        }
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
