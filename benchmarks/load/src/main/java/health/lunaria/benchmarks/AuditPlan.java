package health.lunaria.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured of audit-service.
 *
 * @param senders that deliver at the same time
 * @param subjects whom the events are about
 * @param batches how many events a sender delivers at once, one measurement after the other
 * @param warmUp before each measurement, which counts for nothing
 * @param measured of each size of batches
 * @param leaves of the log of which proofs are read
 * @param places of it that are proven
 * @param reads for how long each kind of read is measured
 */
record AuditPlan(
        int senders,
        int subjects,
        List<Integer> batches,
        Duration warmUp,
        Duration measured,
        long leaves,
        int places,
        Duration reads) {

    /** What a relay delivers at once, at most. */
    static final int BATCH = 200;

    static final AuditPlan FULL = new AuditPlan(
            6,
            2_000,
            List.of(BATCH, 50, 1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            10_000_000,
            1_000,
            Duration.ofSeconds(20));

    /** To see that everything works; its figures mean little. */
    static final AuditPlan QUICK = new AuditPlan(
            6,
            2_000,
            List.of(BATCH, 50, 1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            200_000,
            100,
            Duration.ofSeconds(3));

    AuditPlan {
        batches = List.copyOf(batches);
    }
}
