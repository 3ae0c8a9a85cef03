package health.lunaria.witness;

import java.util.Base64;
import java.util.Optional;

/** Standard base64 in its one canonical form: with padding, and no bits set that mean nothing. */
final class Base64Text {

    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Optional.of(bytes).filter(decoded -> encode(decoded).equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static Optional<byte[]> decodeHash(String text) {
        return decode(text).filter(bytes -> bytes.length == Hashes.LENGTH);
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
