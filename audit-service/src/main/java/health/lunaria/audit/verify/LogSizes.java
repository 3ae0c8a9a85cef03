package health.lunaria.audit.verify;

import health.lunaria.audit.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes that are stored in several places and have to agree.
 *
 * @param head how many leaves there are said to be; -1 if nothing is said
 * @param leaves one more than the place of the last leaf
 * @param published how much is said to be published; -1 if nothing is said
 * @param newest size of the newest checkpoint
 * @param sources how many leaves are counted by where they came from
 * @param nodes size of the tree that the stored hashes of subtrees need
 */
record LogSizes(long head, long leaves, long published, long newest, long sources, long nodes) {

    /** @param verified how much was published when it was verified last */
    List<Finding> check(long verified) {
        List<Finding> findings = new ArrayList<>();
        if (head != leaves) {
            findings.add(new Finding(Kind.HEAD_SIZE, head));
        }
        if (published != newest || published > leaves) {
            findings.add(new Finding(Kind.PUBLICATION_SIZE, published));
        }
        if (sources != leaves) {
            findings.add(new Finding(Kind.SOURCES_SIZE, sources));
        }
        if (nodes > leaves) {
            findings.add(new Finding(Kind.NODE_BEYOND_LOG, nodes));
        }
        if (published < verified) {
            findings.add(new Finding(Kind.LOG_SHRANK, published));
        }
        return findings;
    }
}
