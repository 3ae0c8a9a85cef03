package health.lunaria.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of the audit log, as the witness is told it: a vkey of
 * <a href="https://c2sp.org/signed-note">C2SP signed-note</a>.
 */
final class LogKey {

    private static final byte[] ED25519 = {0x01};

    /** What precedes the 32 bytes in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;

    private LogKey() {}

    /**
     * @param x509 a SubjectPublicKeyInfo
     * @throws LauncherException if it is no Ed25519 key
     */
    static String vkey(String origin, byte[] x509) {
        if (x509.length != X509_PREFIX.length + LENGTH
                || !Arrays.equals(x509, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new LauncherException("The key of the audit log is no Ed25519 key");
        }
        byte[] material = concatenation(ED25519, Arrays.copyOfRange(x509, X509_PREFIX.length, x509.length));
        byte[] hash = sha256(concatenation((origin + "\n").getBytes(StandardCharsets.UTF_8), material));
        return origin + "+" + HexFormat.of().formatHex(hash, 0, Integer.BYTES) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    private static byte[] concatenation(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
