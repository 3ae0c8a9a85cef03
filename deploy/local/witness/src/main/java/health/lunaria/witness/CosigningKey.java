package health.lunaria.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;

/**
 * The witness's own key, for Ed25519 signatures of <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature</a>
 * and nothing else: what it signs does not say who signed.
 */
final class CosigningKey {

    private static final String FILE = "cosigning-key";
    private static final String VERSION_1 = "lunaria-witness-key/1";
    private static final int SIGNATURE_LENGTH = 64;
    private static final byte[] TRIAL = "a key and its public key belong together".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private CosigningKey(PrivateKey privateKey, VerifierKey verifierKey) {
        this.privateKey = privateKey;
        this.verifierKey = verifierKey;
        if (!verifierKey.verifies(TRIAL, sign(TRIAL))) {
            throw damaged();
        }
    }

    /**
     * The key that the directory has, or a new one.
     *
     * @param name of the witness, e.g. {@code witness.example/w1}
     * @throws IllegalStateException if it is damaged
     */
    static CosigningKey in(PrivateDirectory directory, String name) {
        return directory.read(FILE).map(content -> parse(name, content)).orElseGet(() -> make(directory, name));
    }

    static boolean isIn(PrivateDirectory directory) {
        return directory.read(FILE).isPresent();
    }

    private static CosigningKey make(PrivateDirectory directory, String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String content = VERSION_1 + "\n"
                    + Base64Text.encode(pair.getPrivate().getEncoded()) + "\n"
                    + Base64Text.encode(pair.getPublic().getEncoded()) + "\n";
            CosigningKey key = parse(name, content);
            directory.write(FILE, content);
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CosigningKey parse(String name, String content) {
        List<String> lines = content.lines().toList();
        if (lines.size() != 3 || !lines.get(0).equals(VERSION_1)) {
            throw damaged();
        }
        byte[] pkcs8 = Base64Text.decode(lines.get(1)).orElseThrow(CosigningKey::damaged);
        byte[] x509 = Base64Text.decode(lines.get(2)).orElseThrow(CosigningKey::damaged);
        try {
            return new CosigningKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    VerifierKey.of(name, VerifierKey.COSIGNATURE, x509));
        } catch (GeneralSecurityException | MalformedException notAKey) {
            throw damaged();
        }
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("The file " + FILE + " is damaged");
    }

    VerifierKey verifierKey() {
        return verifierKey;
    }

    /** States that at this time this is the largest consistent tree of its log that the witness knows. */
    NoteSignature cosign(SignedNote note, Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds <= 0) {
            throw new IllegalStateException("The clock shows no time that a cosignature can have");
        }
        return new NoteSignature(
                verifierKey.name(),
                verifierKey.id(),
                ByteBuffer.allocate(Long.BYTES + SIGNATURE_LENGTH)
                        .putLong(seconds)
                        .put(sign(message(note, seconds)))
                        .array());
    }

    /** Whether a signature that names this key is right. */
    boolean verifies(SignedNote note, NoteSignature cosignature) {
        if (cosignature.bytes().length != Long.BYTES + SIGNATURE_LENGTH) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(cosignature.bytes());
        long seconds = bytes.getLong();
        byte[] signature = new byte[SIGNATURE_LENGTH];
        bytes.get(signature);
        return verifierKey.verifies(message(note, seconds), signature);
    }

    private static byte[] message(SignedNote note, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + note.text()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "CosigningKey[" + verifierKey.name() + "]";
    }
}
