package health.lunaria.launcher.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What opens a leaf of the log, which by itself says nothing: {@code {"salt":"…","event":"…"}}, the salt in base64, the event
 * as the text that was committed to.
 */
record Commitment(byte[] salt, String event) {

    private static final byte[] TAG = "lunaria-access/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_LENGTH = 32;

    static Commitment parse(byte[] json) throws RefusedException {
        JsonNode opening = Json.object(Text.utf8(json, Check.EVENT), Set.of("salt", "event"));
        return new Commitment(salt(Json.text(opening, "salt")), Json.text(opening, "event"));
    }

    private static byte[] salt(String base64) throws RefusedException {
        byte[] salt = Text.base64(base64, Check.EVENT, "its salt");
        if (salt.length != SALT_LENGTH) {
            throw new RefusedException(Check.EVENT, "its salt has not " + SALT_LENGTH + " bytes");
        }
        return salt;
    }

    /** {@code "lunaria-access/1\n" | SHA-256(salt | event)}. */
    byte[] leaf() throws RefusedException {
        byte[] commitment = Tree.sha256(salt, Text.utf8(event));
        byte[] leaf = new byte[TAG.length + commitment.length];
        System.arraycopy(TAG, 0, leaf, 0, TAG.length);
        System.arraycopy(commitment, 0, leaf, TAG.length, commitment.length);
        return leaf;
    }

    @Override
    public String toString() {
        return "Commitment[redacted]";
    }
}
