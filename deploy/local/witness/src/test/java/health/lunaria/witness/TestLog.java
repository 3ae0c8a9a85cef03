package health.lunaria.witness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/** A log with any number of leaves. Its hashes are computed as RFC 6962 defines them, word by word and slowly. */
final class TestLog {

    private final String origin;
    private final KeyPair keys;
    private final List<byte[]> leaves = new ArrayList<>();

    private TestLog(String origin, KeyPair keys) {
        this.origin = origin;
        this.keys = keys;
    }

    static TestLog named(String origin) {
        try {
            return new TestLog(origin, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TestLog withLeaves(int count) {
        return named("log.example/1").grown(count, "leaf");
    }

    /** Adds leaves until there are so many. */
    TestLog grown(int size, String kind) {
        while (leaves.size() < size) {
            leaves.add((kind + " " + leaves.size()).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Another history from this size on, signed with the same key. */
    TestLog forkedAt(int size) {
        TestLog fork = new TestLog(origin, keys);
        fork.leaves.addAll(leaves.subList(0, size));
        return fork.grown(leaves.size(), "forged");
    }

    /** With its own key under the same name. */
    TestLog impostor() {
        TestLog impostor = named(origin);
        impostor.leaves.addAll(leaves);
        return impostor;
    }

    String vkey() {
        return key().toString();
    }

    private VerifierKey key() {
        return VerifierKey.of(origin, VerifierKey.ED25519, keys.getPublic().getEncoded());
    }

    String origin() {
        return origin;
    }

    byte[] root(int size) {
        return treeHash(leaves.subList(0, size));
    }

    /** RFC 6962, section 2.1.2. */
    List<byte[]> proof(int oldSize, int newSize) {
        return oldSize == 0 ? List.of() : subproof(oldSize, leaves.subList(0, newSize), true);
    }

    String text(int size) {
        return text(Integer.toString(size), Base64Text.encode(root(size)));
    }

    String text(String size, String root) {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    String checkpoint(int size) {
        return signed(text(size));
    }

    String signed(String text) {
        return text + "\n" + signature(text).line();
    }

    NoteSignature signature(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new NoteSignature(origin, key().id(), signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the log asks the witness. */
    String submission(int oldSize, int newSize) {
        return submission(Integer.toString(oldSize), proof(oldSize, newSize), checkpoint(newSize));
    }

    static String submission(String oldSize, List<byte[]> proof, String checkpoint) {
        StringBuilder text = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> text.append(Base64Text.encode(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    private static byte[] treeHash(List<byte[]> data) {
        if (data.isEmpty()) {
            return Hashes.sha256();
        }
        if (data.size() == 1) {
            return Hashes.sha256(new byte[] {0}, data.get(0));
        }
        int k = largestPowerOfTwoBelow(data.size());
        return Hashes.sha256(new byte[] {1}, treeHash(data.subList(0, k)), treeHash(data.subList(k, data.size())));
    }

    private static List<byte[]> subproof(int m, List<byte[]> data, boolean isComplete) {
        int n = data.size();
        if (m == n) {
            return isComplete ? List.of() : List.of(treeHash(data));
        }
        int k = largestPowerOfTwoBelow(n);
        List<byte[]> proof = new ArrayList<>();
        if (m <= k) {
            proof.addAll(subproof(m, data.subList(0, k), isComplete));
            proof.add(treeHash(data.subList(k, n)));
        } else {
            proof.addAll(subproof(m - k, data.subList(k, n), false));
            proof.add(treeHash(data.subList(0, k)));
        }
        return proof;
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
