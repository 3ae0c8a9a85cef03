package health.lunaria.launcher.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A log or a witness with a key of its own, which signs notes as C2SP signed-note and tlog-cosignature say. */
public final class NoteSigner {

    private static final int KEY_LENGTH = 32;
    private static final byte LOG = 0x01;
    private static final byte WITNESS = 0x04;

    private final String name;
    private final byte type;
    private final KeyPair keys;

    private NoteSigner(String name, byte type) {
        this.name = name;
        this.type = type;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static NoteSigner log(String name) {
        return new NoteSigner(name, LOG);
    }

    public static NoteSigner witness(String name) {
        return new NoteSigner(name, WITNESS);
    }

    public String name() {
        return name;
    }

    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndKey());
    }

    /** A signature line with its newline. */
    public String sign(String text) {
        return line(signature(text));
    }

    /** A cosignature line with its newline. */
    public String cosign(String text, long seconds) {
        byte[] signature = signature("cosignature/v1\ntime " + seconds + "\n" + text);
        return line(ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array());
    }

    private byte[] signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.getPrivate());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String line(byte[] signature) {
        byte[] withId = ByteBuffer.allocate(4 + signature.length)
                .put(id())
                .put(signature)
                .array();
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(withId) + "\n";
    }

    private byte[] id() {
        byte[] key = typeAndKey();
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(
                ReferenceLog.sha256(ByteBuffer.allocate(named.length + key.length)
                        .put(named)
                        .put(key)
                        .array()),
                4);
    }

    private byte[] typeAndKey() {
        byte[] x509 = keys.getPublic().getEncoded();
        return ByteBuffer.allocate(1 + KEY_LENGTH)
                .put(type)
                .put(x509, x509.length - KEY_LENGTH, KEY_LENGTH)
                .array();
    }
}
