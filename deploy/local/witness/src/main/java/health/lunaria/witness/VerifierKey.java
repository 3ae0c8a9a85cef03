package health.lunaria.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public Ed25519 key with its name, as in <a href="https://c2sp.org/signed-note">C2SP signed-note</a>. As text it is a
 * vkey: {@code name+hex(id)+base64(type | public key)}.
 */
final class VerifierKey {

    /** Signs the text of a note. */
    static final byte ED25519 = 0x01;

    /** Cosigns a checkpoint, with the time. */
    static final byte COSIGNATURE = 0x04;

    private static final int LENGTH = 32;
    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");
    private static final Pattern NAME = Pattern.compile("[^+\\p{Z}\\p{C}]+");

    /** What precedes the 32 bytes in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte type;
    private final byte[] publicKey;
    private final int id;

    private VerifierKey(String name, byte type, byte[] publicKey) {
        if (!isName(name)) {
            throw new MalformedException("A key's name has neither spaces nor a plus");
        }
        if (publicKey.length != LENGTH) {
            throw new MalformedException("An Ed25519 key has " + LENGTH + " bytes");
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
        byte[] hash = Hashes.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type}, publicKey);
        this.id = ByteBuffer.wrap(hash).getInt();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws MalformedException if it is none, of another type, or its id is not that of its key */
    static VerifierKey parse(String vkey, byte type) {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw new MalformedException("Not a vkey");
        }
        byte[] material =
                Base64Text.decode(parts.group(3)).orElseThrow(() -> new MalformedException("The key is not base64"));
        if (material.length == 0 || material[0] != type) {
            throw new MalformedException("A key of type " + type + " is expected");
        }
        VerifierKey key = new VerifierKey(parts.group(1), type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.hexId().equals(parts.group(2))) {
            throw new MalformedException("The id is not that of the key");
        }
        return key;
    }

    /** @param x509 as {@link java.security.PublicKey#getEncoded()} gives it */
    static VerifierKey of(String name, byte type, byte[] x509) {
        if (x509.length != X509_PREFIX.length + LENGTH
                || !Arrays.equals(x509, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new MalformedException("Not an Ed25519 key");
        }
        return new VerifierKey(name, type, Arrays.copyOfRange(x509, X509_PREFIX.length, x509.length));
    }

    String name() {
        return name;
    }

    /** Whether a signature says that it was made with this key. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509_PREFIX.length + LENGTH)
                            .put(X509_PREFIX)
                            .put(publicKey)
                            .array())));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    int id() {
        return id;
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] material =
                ByteBuffer.allocate(1 + LENGTH).put(type).put(publicKey).array();
        return name + "+" + hexId() + "+" + Base64Text.encode(material);
    }
}
