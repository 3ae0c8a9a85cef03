package health.lunaria.audit.verify;

import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** FOR TESTS ONLY: keys made of a number, which everybody knows. Signs checkpoints as a log does. */
final class TestLogKey {

    static final String ORIGIN = "test.invalid/log";

    private final String name;
    private final KeyPair pair;

    private TestLogKey(String name, KeyPair pair) {
        this.name = name;
        this.pair = pair;
    }

    static TestLogKey number(int number) {
        return named(ORIGIN, number);
    }

    static TestLogKey named(String name, int number) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Constant((byte) number));
            return new TestLogKey(name, generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String line() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typed());
    }

    VerifierKey verifier() {
        try {
            return VerifierKey.parse(line());
        } catch (MalformedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A checkpoint as a signed note. */
    String checkpoint(String origin, long size, byte[] root) {
        return sign(origin + "\n" + size + "\n" + base64(root) + "\n");
    }

    String sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signer.sign();
            byte[] line = ByteBuffer.allocate(4 + signature.length)
                    .put(id())
                    .put(signature)
                    .array();
            return text + "\n— " + name + " " + base64(line) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] typed() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
        typed[0] = 0x01;
        return typed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final class Constant extends SecureRandom {

        private final byte number;

        Constant(byte number) {
            this.number = number;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, number);
        }
    }
}
