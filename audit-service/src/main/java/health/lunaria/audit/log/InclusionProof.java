package health.lunaria.audit.log;

import java.util.Base64;
import java.util.List;

/**
 * That a leaf is in the log.
 *
 * @param index of the leaf
 * @param path hashes from the leaf's sibling up to the root's child (RFC 6962, section 2.1.1)
 * @param checkpoint of the tree that it is proven to be in
 */
public record InclusionProof(long index, List<byte[]> path, PublishedCheckpoint checkpoint) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * As a C2SP {@code tlog-proof@v1}, which can be checked without asking anybody.
     *
     * @param extra what the verifier needs to compute the leaf
     */
    public String text(byte[] extra) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        text.append("extra ").append(base64(extra)).append('\n');
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(base64(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
