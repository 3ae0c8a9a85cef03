package health.lunaria.witness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and RFC 6962's tree made with it. */
final class Hashes {

    static final int LENGTH = 32;

    /** RFC 6962, section 2.1: keeps an inner node from passing as a leaf. */
    private static final byte[] NODE_PREFIX = {0x01};

    private Hashes() {}

    /** The root of the tree without leaves: the hash of nothing. */
    static byte[] emptyRoot() {
        return sha256();
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE_PREFIX, left, right);
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
