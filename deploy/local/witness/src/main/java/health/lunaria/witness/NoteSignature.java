package health.lunaria.witness;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature line of a note: {@code — name base64(key id | signature)}.
 *
 * @param keyId four bytes
 * @param bytes the signature, of whatever kind its key says
 */
record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final Pattern LINE = Pattern.compile("\u2014 ([^ ]+) ([A-Za-z0-9+/]+=*)");

    /** @param line without its newline */
    static NoteSignature parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !VerifierKey.isName(parts.group(1))) {
            throw new MalformedException("Not a signature line");
        }
        byte[] decoded = Base64Text.decode(parts.group(2))
                .filter(bytes -> bytes.length > Integer.BYTES)
                .orElseThrow(() -> new MalformedException("Not a signature in base64"));
        return new NoteSignature(
                parts.group(1),
                ByteBuffer.wrap(decoded).getInt(),
                Arrays.copyOfRange(decoded, Integer.BYTES, decoded.length));
    }

    /** With its newline. */
    String line() {
        byte[] encoded = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return "\u2014 " + name + " " + Base64Text.encode(encoded) + "\n";
    }
}
