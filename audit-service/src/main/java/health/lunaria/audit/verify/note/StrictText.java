package health.lunaria.audit.verify.note;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The rules about text that notes and keys share (C2SP signed-note). */
final class StrictText {

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x09\\x0b-\\x1f]");
    private static final int NEXT_LINE = 0x85;

    private StrictText() {}

    /** Only what can be written as UTF-8, and of the control characters only the new line. */
    static boolean isClean(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !CONTROL.matcher(text).find();
    }

    /** The name of a key: not empty, without spaces of any kind and without plus signs. */
    static boolean isName(String text) {
        return !text.isEmpty() && isClean(text) && text.codePoints().noneMatch(StrictText::isSpaceOrPlus);
    }

    /** Standard Base64 with padding, in the one way that an encoder writes it. */
    static byte[] base64(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedException("Something is not Base64");
        }
        throw new MalformedException("Something is not Base64 as it is written");
    }

    private static boolean isSpaceOrPlus(int character) {
        return character == '+'
                || character == NEXT_LINE
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character);
    }
}
