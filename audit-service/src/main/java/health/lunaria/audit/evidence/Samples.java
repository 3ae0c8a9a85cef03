package health.lunaria.audit.evidence;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which entries of the log are sampled: it follows from the auditor's seed, so that nobody else can choose them. */
final class Samples {

    static final int MOST = 64;

    private Samples() {}

    /**
     * The first {@value #MOST} different numbers, or all where there are fewer, of
     *
     * <pre>
     * SHA-256(seed | 0x0a | counter in decimal) mod (size - first) + first
     * </pre>
     *
     * for the counters 0, 1, 2 and so on, the hash read as an unsigned number, its most significant byte first.
     *
     * @param first how many entries the log had before the period
     * @param size how many it had at its end
     */
    static List<Long> indexes(String seed, long first, long size) {
        BigInteger entries = BigInteger.valueOf(size - first);
        long wanted = Math.min(MOST, size - first);
        Set<Long> indexes = new LinkedHashSet<>();
        for (long counter = 0; indexes.size() < wanted; counter++) {
            BigInteger hash = new BigInteger(1, EvidenceHash.of(seed + "\n" + counter));
            indexes.add(first + hash.mod(entries).longValueExact());
        }
        return List.copyOf(indexes);
    }
}
