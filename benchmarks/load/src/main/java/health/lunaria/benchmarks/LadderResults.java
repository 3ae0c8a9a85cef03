package health.lunaria.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a run found, as a page for people.
 *
 * @param longestOutbox audit events that waited at the end of a measurement, at most
 * @param warmStarts seconds of each warm start of the whole stack
 * @param megabytes of memory of the whole stack, after the load
 */
record LadderResults(LadderPlan plan, Ladder ladder, int longestOutbox, List<Double> warmStarts, long megabytes) {

    private static final double AIM_ENCRYPTION = 0.85;
    private static final double AIM_WARM_START = 30;
    private static final double AIM_MEGABYTES = 3072;

    LadderResults {
        warmStarts = List.copyOf(warmStarts);
    }

    String markdown(Circumstances circumstances) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # Results

                %s

                ## What the safeguards cost

                %d clients, each with a connection and a user of her own and the next call sent when the last one is answered, over
                TLS 1.3 and HTTP/2 through the gateway; a year of logs per user. The clients, the gateway and every other part share
                the machine's cores: these are no figures of what a server can do, but of what a step adds. %d rounds of %d s per
                operation and step, each after %d s of warm-up in a fresh process. Percentiles are those of all rounds.

                """.formatted(
                        circumstances.writtenBy("./lunaria bench"),
                        plan.clients(),
                        plan.rounds(),
                        plan.measured().toSeconds(),
                        plan.warmUp().toSeconds()));
        text.append("| Operation | Step | Calls/s | p50 ms | p99 ms | Throughput by the step before (rounds) |\n");
        text.append("|---|---|---:|---:|---:|---|\n");
        for (Operation operation : Operation.values()) {
            for (Rung rung : Rung.values()) {
                text.append(row(operation, rung));
            }
        }
        text.append("""

                Steps, from the bottom: *plain* stores and reads clear values and records nothing; *+ encryption* seals and opens
                each record under the user's key, with keys from keyring and key management; *+ audit* is the product: each access
                leaves a sealed, durable record in its transaction, which is delivered to audit-service and stored there while the
                load goes on. At the end of a measurement at most %d records waited. Padding, the pseudonym, tokens, consent and
                TLS are part of every step.

                ## The whole stack

                Warm start (`down`, then `up`), seconds: %s. Memory after the load: %d MB (proportional set size of all processes).

                ## Aims

                """.formatted(longestOutbox, seconds(), megabytes));
        text.append(Aim.HEAD);
        double worst = worstOfEncryption();
        text.append(new Aim(
                        "encryption costs less than 15 % of throughput",
                        "%.0f %% at most".formatted(100 * (1 - worst)), worst > AIM_ENCRYPTION)
                .row());
        double slowest = Collections.max(warmStarts);
        text.append(new Aim(
                        "warm `up` below 30 s",
                        String.format(Locale.ROOT, "%.1f s at most", slowest),
                        slowest < AIM_WARM_START)
                .row());
        text.append(new Aim("the whole stack below 3 GB", megabytes + " MB", megabytes < AIM_MEGABYTES).row());
        return text.toString();
    }

    private String row(Operation operation, Rung rung) {
        Sample sample = ladder.all(rung, operation);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.1f | %.1f | %s |%n",
                operation.label(),
                rung.label(),
                sample.throughput(),
                sample.percentile(0.5),
                sample.percentile(0.99),
                rung.ordinal() == 0 ? "" : ratio(operation, rung, Rung.values()[rung.ordinal() - 1]));
    }

    private String ratio(Operation operation, Rung rung, Rung before) {
        List<Double> rounds = ladder.ratios(rung, before, operation);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                Ladder.median(rounds),
                rounds.get(0),
                rounds.get(rounds.size() - 1));
    }

    /** Of the operations the one that encryption slows down most. */
    private double worstOfEncryption() {
        double worst = Double.MAX_VALUE;
        for (Operation operation : Operation.values()) {
            worst = Math.min(worst, Ladder.median(ladder.ratios(Rung.ENCRYPTION, Rung.PLAIN, operation)));
        }
        return worst;
    }

    private String seconds() {
        return String.join(
                ", ",
                warmStarts.stream()
                        .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds))
                        .toList());
    }
}
