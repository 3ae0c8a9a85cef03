package health.lunaria.audit.log;

import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that signs checkpoints, by the name under which signed notes know it (C2SP signed-note).
 *
 * @param name the log's origin
 */
record LogKey(String name, Ed25519PublicKey key) {

    /** Signature type Ed25519. */
    private static final byte ED25519 = 0x01;

    /** The line by which others configure the key, e.g. for Go's {@code note.NewVerifier}. */
    String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typed());
    }

    /** The text with the signature of it below. */
    String note(String body, byte[] signature) {
        byte[] id = id();
        byte[] line = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return body + "\n— " + name + " " + base64(line) + "\n";
    }

    private byte[] id() {
        byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] typed = typed();
        return TreeHash.keyId(ByteBuffer.allocate(text.length + typed.length)
                .put(text)
                .put(typed)
                .array());
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + Ed25519PublicKey.LENGTH)
                .put(ED25519)
                .put(key.bytes())
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
