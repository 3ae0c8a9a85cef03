package health.lunaria.launcher.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A log written down from RFC 6962, section 2.1, and the C2SP documents alone, to try verifiers with. */
public final class ReferenceLog {

    /** How many entries make a full tile. */
    public static final int TILE_WIDTH = 256;

    private final NoteSigner signer;
    private final List<byte[]> leaves = new ArrayList<>();

    /** Hashes of the full subtrees: at {@code n}, those over 2^n leaves. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    public ReferenceLog(NoteSigner signer) {
        this.signer = signer;
    }

    /** @return its index */
    public int append(byte[] leaf) {
        leaves.add(leaf);
        add(0, sha256(concat(new byte[] {0x00}, leaf)));
        return leaves.size() - 1;
    }

    private void add(int level, byte[] hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<byte[]> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() % 2 == 0) {
            add(level + 1, node(hashes.get(hashes.size() - 2), hash));
        }
    }

    public int size() {
        return leaves.size();
    }

    public byte[] leaf(int index) {
        return leaves.get(index);
    }

    /** Hashes of the full subtrees over 2^level leaves each. */
    public List<byte[]> level(int level) {
        return level < levels.size() ? levels.get(level) : List.of();
    }

    public byte[] root(int size) {
        return size == 0 ? sha256(new byte[0]) : root(0, size);
    }

    /** Over the leaves from {@code start} to before {@code end}; {@code start} as the recursion of RFC 6962 has it. */
    private byte[] root(int start, int end) {
        int count = end - start;
        if (Integer.bitCount(count) == 1) {
            return level(Integer.numberOfTrailingZeros(count)).get(start / count);
        }
        int left = Integer.highestOneBit(count - 1);
        return node(root(start, start + left), root(start + left, end));
    }

    /** From the leaf's sibling to the root's child. */
    public List<byte[]> path(int index, int size) {
        List<byte[]> path = new ArrayList<>();
        path(path, index, 0, size);
        return path;
    }

    private void path(List<byte[]> path, int index, int start, int end) {
        if (end - start == 1) {
            return;
        }
        int middle = start + Integer.highestOneBit(end - start - 1);
        if (index < middle) {
            path(path, index, start, middle);
            path.add(root(middle, end));
        } else {
            path(path, index, middle, end);
            path.add(root(start, middle));
        }
    }

    /** What a checkpoint's signatures cover. */
    public String checkpointText(int size) {
        return signer.name() + "\n" + size + "\n" + base64(root(size)) + "\n";
    }

    public String checkpoint(int size) {
        return checkpointText(size) + "\n" + signer.sign(checkpointText(size));
    }

    public String proof(int index, int size, byte[] extra) {
        return proof(index, path(index, size), extra, checkpoint(size));
    }

    public static String proof(int index, List<byte[]> path, byte[] extra, String checkpoint) {
        return "c2sp.org/tlog-proof@v1\nextra " + base64(extra) + "\nindex " + index + "\n"
                + path.stream().map(hash -> base64(hash) + "\n").collect(Collectors.joining())
                + "\n" + checkpoint;
    }

    public static byte[] node(byte[] left, byte[] right) {
        return sha256(concat(new byte[] {0x01}, left, right));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
