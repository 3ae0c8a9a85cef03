package health.lunaria.audit.evidence;

import health.lunaria.audit.log.ReferenceTree;
import health.lunaria.audit.verify.note.CheckpointBody;
import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.Note;
import health.lunaria.audit.verify.note.VerifierKey;
import health.lunaria.audit.verify.tree.ConsistencyCheck;
import health.lunaria.audit.verify.tree.TreeHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks a bundle as its README.md says, with nothing of what made it: the verifier's notes and trees, and the JDK. */
final class BundleCheck {

    private final Bundle bundle;
    private final VerifierKey key;

    private BundleCheck(Bundle bundle, VerifierKey key) {
        this.bundle = bundle;
        this.key = key;
    }

    /** @param key as the auditor noted it before */
    static boolean accepts(Bundle bundle, String key, String from, String to, String seed) {
        try {
            BundleCheck check = new BundleCheck(bundle, VerifierKey.parse(key));
            check.manifest(from, to, seed);
            check.log(seed);
            return true;
        } catch (MalformedException | RuntimeException refused) {
            return false;
        }
    }

    private void manifest(String from, String to, String seed) throws MalformedException {
        String expected = "%s/evidence/v1\nfrom %s\nto %s\nseed %s\nmanifest %s\n"
                .formatted(key.name(), from, to, seed, hex(bundle.files().get("MANIFEST")));
        require(signed(bundle.text("MANIFEST.note")).equals(expected));
        TreeMap<String, String> there = new TreeMap<>();
        bundle.files().forEach((name, content) -> there.put(name, hex(content) + "  " + name));
        there.keySet().removeAll(Set.of("MANIFEST", "MANIFEST.note"));
        require(bundle.text("MANIFEST").equals(String.join("\n", there.values()) + "\n"));
    }

    private void log(String seed) throws MalformedException {
        require(bundle.text("log/key").equals(bundle.text("log/key").strip() + "\n"));
        CheckpointBody first = bundle.files().containsKey("log/checkpoint-first")
                ? checkpoint("log/checkpoint-first")
                : new CheckpointBody(key.name(), 0, TreeHash.empty(), List.of());
        CheckpointBody last = first;
        for (String day : new TreeSet<>(bundle.below("log/checkpoints/"))) {
            CheckpointBody next = checkpoint(day);
            require(next.size() > last.size());
            require(ConsistencyCheck.proves(last.size(), last.root(), next.size(), next.root(), proof(last, next)));
            last = next;
        }
        if (last.size() > 0) {
            require(bundle.text("log/checkpoint-last")
                    .equals(bundle.text(
                            last == first ? "log/checkpoint-first" : lastOf(bundle.below("log/checkpoints/")))));
        }
        samples(seed, first, last);
    }

    private List<byte[]> proof(CheckpointBody earlier, CheckpointBody later) {
        return earlier.size() == 0
                ? List.of()
                : bundle.text("log/consistency/" + earlier.size() + "-" + later.size())
                        .lines()
                        .map(Base64.getDecoder()::decode)
                        .toList();
    }

    private void samples(String seed, CheckpointBody first, CheckpointBody last) throws MalformedException {
        long entries = last.size() - first.size();
        Set<String> wanted = new TreeSet<>();
        for (int counter = 0; wanted.size() < Math.min(64, entries); counter++) {
            BigInteger hash = new BigInteger(hex((seed + "\n" + counter).getBytes(StandardCharsets.US_ASCII)), 16);
            wanted.add(hash.mod(BigInteger.valueOf(entries)).add(BigInteger.valueOf(first.size())) + "");
        }
        require(bundle.below("samples/").size() == wanted.size());
        for (String index : wanted) {
            sample(index, last);
        }
    }

    private void sample(String index, CheckpointBody last) throws MalformedException {
        String[] parts = bundle.text("samples/" + index + ".tlog-proof").split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        require(lines.get(0).equals("c2sp.org/tlog-proof@v1"));
        require(lines.get(1).startsWith("extra "));
        require(lines.get(2).equals("index " + index));
        require(parts[1].equals(bundle.text("log/checkpoint-last")));
        byte[] entry = Base64.getDecoder().decode(lines.get(1).substring("extra ".length()));
        require(entry.length == 49 && new String(entry, StandardCharsets.ISO_8859_1).startsWith("lunaria-access/1\n"));
        List<byte[]> path = lines.subList(3, lines.size()).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
        require(ReferenceTree.isIncluded(TreeHash.leaf(entry), Long.parseLong(index), last.size(), path, last.root()));
    }

    private CheckpointBody checkpoint(String name) throws MalformedException {
        CheckpointBody body = CheckpointBody.parse(signed(bundle.text(name)));
        require(body.origin().equals(key.name()) && body.extensions().isEmpty());
        return body;
    }

    private String signed(String note) throws MalformedException {
        Note parsed = Note.parse(note);
        require(key.verifies(parsed));
        return parsed.text();
    }

    private static String lastOf(List<String> names) {
        return new TreeSet<>(names).last();
    }

    private static String hex(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(content, content.length)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("Not as the README says");
        }
    }
}
