package health.lunaria.benchmarks;

import health.lunaria.launcher.ServicePart;
import java.util.List;
import java.util.Locale;

/**
 * What a run found of audit-service, as a page for people.
 *
 * @param blockedEventLoops warnings in the service's log, from when it was ready to the end of the run
 */
record AuditResults(
        AuditPlan plan,
        List<Integration> integrations,
        FilledLog log,
        List<Measured> reads,
        ProofTimes proofs,
        Verification verification,
        long blockedEventLoops) {

    private static final double AIM_EVENTS = 5_000;
    private static final double AIM_INTEGRATED = 2_000;
    private static final double AIM_PROOF = 10;

    AuditResults {
        integrations = List.copyOf(integrations);
        reads = List.copyOf(reads);
    }

    String markdown(Circumstances circumstances) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # audit-service

                %s

                ## What is integrated

                %d senders deliver events about %d people over mutual TLS, as the relays of two replicas of three services would:
                each the next batch when the last one is answered. *Integrated* is the time from sending a batch to its answer:
                its events have their places in the log and are durable. *Published* is the time until a checkpoint covered them,
                signed and cosigned by the witness. %d s for each size of batches after %d s of warm-up. The senders, PostgreSQL,
                key management and every other part share the machine's cores; the verifier and the publisher work meanwhile, as
                they always do. The heap of the service is limited to %d MB.

                | Events in a batch | Batches | Events/s | Integrated: p50 ms | p99 ms | max ms | Published: p50 ms | p99 ms | max ms |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(
                        circumstances.writtenBy("./lunaria bench audit"),
                        plan.senders(),
                        plan.subjects(),
                        plan.measured().toSeconds(),
                        plan.warmUp().toSeconds(),
                        ServicePart.HEAP_MEGABYTES));
        integrations.forEach(each -> text.append(row(each)));
        text.append("""

                ## What a million events cost

                Seconds that processors worked (publisher, verifier and autovacuum included), bytes of tables and indexes, bytes of
                write-ahead log; and on paper what this would cost.

                | Events in a batch | Service s | Database s | Stored MB | Written ahead MB | $ once | $ a month |
                |---:|---:|---:|---:|---:|---:|---:|
                """);
        integrations.forEach(each -> text.append(cost(each)));
        text.append('\n').append(Cost.ASSUMPTIONS);
        text.append("""

                ## What is proven

                A log of %d leaves. All but some were put into the tables by a statement, under the lock that the sequencer holds,
                because only its size is of interest here: %.0f s. Hashes and checkpoints above them are the publisher's own work,
                which was done %.0f s after the first leaf. Between them stand %d entries of a user, delivered as usual. She reads
                proofs of them, and the tiles, through the gateway over TLS 1.3 and HTTP/2, one after the other, each time at
                another place, when the verifier has caught up: %d s for each kind after as much warm-up.

                | Read | Calls | p50 ms | p99 ms | max ms |
                |---|---:|---:|---:|---:|
                """.formatted(
                        log.size(),
                        log.filled(),
                        log.published(),
                        log.places().size(),
                        plan.reads().toSeconds()));
        reads.forEach(each -> text.append(row(each)));
        text.append(String.format(
                Locale.ROOT,
                """

                A proof contains the entry, too: it is opened, and that it was read is recorded, durably, before the answer. An entry
                without a proof costs that as well. The proof alone, from the tables to the hashes, took the service %.1f ms
                (p50) and %.1f ms (p99).

                Before that the verifier had %d leaves left to verify, which took it %.0f s (%.0f a second), %s. It rests
                four times as long as it works.

                ## Aims

                """,
                proofs.p50(),
                proofs.p99(),
                verification.leaves(),
                verification.seconds(),
                verification.leaves() / verification.seconds(),
                verification.findings() == 0 ? "and found nothing wrong" : "**with findings**"));
        text.append(Aim.HEAD);
        aims().forEach(aim -> text.append(aim.row()));
        return text.toString();
    }

    private List<Aim> aims() {
        Integration relay = integrations.get(0);
        double integrated = relay.integrated().percentile(0.99);
        return List.of(
                new Aim(
                        "5,000 events a second are integrated, in batches of " + relay.batch(),
                        String.format(Locale.ROOT, "%.0f events/s", relay.eventsPerSecond()),
                        relay.eventsPerSecond() >= AIM_EVENTS),
                new Aim(
                        "p99 of their integration below 2 s",
                        String.format(Locale.ROOT, "%.0f ms", integrated),
                        integrated < AIM_INTEGRATED),
                new Aim(
                        "a proof in a log of 10 million entries is computed below 10 ms (p99)",
                        String.format(Locale.ROOT, "%.1f ms with %d entries", proofs.p99(), log.size()),
                        proofs.p99() < AIM_PROOF && log.size() >= AuditPlan.FULL.leaves()),
                new Aim(
                        "the verifier finds nothing wrong",
                        verification.findings() + " findings",
                        verification.findings() == 0),
                new Aim(
                        "no event loop of the service is blocked for a second",
                        blockedEventLoops + " warnings",
                        blockedEventLoops == 0));
    }

    private static String row(Integration each) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.0f | %.1f | %.1f | %.1f | %.0f | %.0f | %.0f |\n",
                each.batch(),
                each.integrated().count(),
                each.eventsPerSecond(),
                each.integrated().percentile(0.5),
                each.integrated().percentile(0.99),
                each.integrated().percentile(1),
                each.published().percentile(0.5),
                each.published().percentile(0.99),
                each.published().percentile(1));
    }

    private static String cost(Integration each) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.4f | %.3f |\n",
                each.batch(),
                each.perMillion(each.serviceSeconds()),
                each.perMillion(each.databaseSeconds()),
                each.perMillion(each.stored()) / 1e6,
                each.perMillion(each.writtenAhead()) / 1e6,
                each.costPerMillion().once(),
                each.costPerMillion().storage());
    }

    private static String row(Measured each) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f |\n",
                each.operation(),
                each.sample().count(),
                each.sample().percentile(0.5),
                each.sample().percentile(0.99),
                each.sample().percentile(1));
    }
}
