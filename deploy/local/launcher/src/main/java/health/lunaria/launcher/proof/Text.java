package health.lunaria.launcher.proof;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads what may be written in one way only, so that no two readers see different things in one proof. */
final class Text {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Text() {}

    /** UTF-8 without control characters other than the newline that ends each line. */
    static String lines(byte[] bytes) throws RefusedException {
        String text = utf8(bytes, Check.FORMAT);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new RefusedException(
                    Check.FORMAT, "it has control characters: lines end with a line feed, without a carriage return");
        }
        if (!text.endsWith("\n")) {
            throw new RefusedException(Check.FORMAT, "its last line does not end: it was cut off");
        }
        return text;
    }

    static String utf8(byte[] bytes, Check check) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedException(check, "it is not UTF-8");
        }
    }

    /** Fails on half a character, for which an encoder would silently put a question mark. */
    static byte[] utf8(String text) throws RefusedException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException loneSurrogate) {
            throw new RefusedException(Check.EVENT, "it is not Unicode");
        }
    }

    static byte[] base64(String text, String what) throws RefusedException {
        return base64(text, Check.FORMAT, what);
    }

    /** The one standard encoding, with padding and with no bit left over (RFC 4648, section 3.5). */
    static byte[] base64(String text, Check check, String what) throws RefusedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrongCharacter) {
            // Refused below.
        }
        throw new RefusedException(check, what + " is not base64");
    }

    static byte[] hash(String text, String what) throws RefusedException {
        byte[] hash = base64(text, what);
        if (hash.length != Tree.HASH_LENGTH) {
            throw new RefusedException(Check.FORMAT, what + " is no SHA-256 hash");
        }
        return hash;
    }

    /** 0 to 2^63 - 1, without leading zeros. */
    static long decimal(String text, String what) throws RefusedException {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // Refused below.
        }
        throw new RefusedException(Check.FORMAT, what + " is no decimal number below 2^63");
    }

    /** What a key may be called: no spaces, no plus (C2SP signed-note). */
    static boolean isKeyName(String text) {
        return !text.isEmpty()
                && text.chars().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }
}
