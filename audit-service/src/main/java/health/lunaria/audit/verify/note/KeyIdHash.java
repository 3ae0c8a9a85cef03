package health.lunaria.audit.verify.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** {@code SHA-256(name ‖ 0x0A ‖ signature type ‖ public key)[:4]}: the id of a key (C2SP signed-note). */
final class KeyIdHash {

    private KeyIdHash() {}

    /** @param typedKey the signature type's byte and the public key */
    static int of(String name, byte[] typedKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return ByteBuffer.wrap(digest.digest(typedKey)).getInt();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
