package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.ServicePart;
import java.util.List;
import java.util.Locale;

/**
 * What a run found of cycle-service, as a page for people.
 *
 * @param blockedEventLoops warnings in the service's log, from its start to the end of the run
 */
record CycleResults(
        CyclePlan plan,
        List<MicroScore> scores,
        List<Measured> measured,
        ImportOutcome imported,
        long blockedEventLoops) {

    private static final String PREDICTION = "PredictionBenchmark.predict";
    private static final double AIM_PREDICTION = 20;

    CycleResults {
        scores = List.copyOf(scores);
        measured = List.copyOf(measured);
    }

    String markdown(Circumstances circumstances) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # cycle-service

                %s

                ## What is computed

                Microbenchmarks (JMH) with the heap, the collector and the libraries of the service, warm, in one thread, while
                nothing else runs: the mean of a call and half of its 99.9 %% confidence interval.

                | Benchmark | With | Mean µs | ± µs |
                |---|---|---:|---:|
                """.formatted(circumstances.writtenBy("./lunaria bench cycle")));
        scores.forEach(score -> text.append(row(score)));
        text.append("""

                ## What is answered

                %d clients, each with a connection and a user of her own and the next call sent when the last one is answered, over
                TLS 1.3 and HTTP/2 through the gateway; %d logged days per user. %d s per operation after %d s of warm-up. The
                clients, the gateway and every other part share the machine's cores, and a closed loop hides queueing: these are
                no figures of what a server can do. Where there are few calls, p99 is little more than the slowest of them.

                | Operation | Calls | Calls/s | p50 ms | p99 ms |
                |---|---:|---:|---:|---:|
                """.formatted(
                        plan.clients(),
                        FiveYears.DAYS,
                        plan.measured().toSeconds(),
                        plan.warmUp().toSeconds()));
        measured.forEach(each -> text.append(row(each)));
        text.append("""

                A sync sends a merge patch of three fields for each of its days and a token, and is answered with these days; each
                answer is looked at, so that no call counts that met a conflict. *predict* opens all months of a user, and is not
                the prediction alone.

                ## What is imported

                A made-up export of Apple Health, %d MB, with ten years of days, after the load and with nothing beside it: %s.
                The heap of the service is limited to %d MB and was not set otherwise for this.

                ## Aims

                """.formatted(plan.importBytes() / 1_000_000, imported.text(), ServicePart.HEAP_MEGABYTES));
        text.append(Aim.HEAD);
        aims().forEach(aim -> text.append(aim.row()));
        text.append("""

                The event loops are watched by Vert.x, which looks once a second and warns of what took more than one: of shorter
                blocks the figure says nothing.
                """);
        return text.toString();
    }

    private List<Aim> aims() {
        double prediction = slowestPrediction();
        return List.of(
                new Aim(
                        "a prediction below 20 µs, warm",
                        String.format(Locale.ROOT, "%.1f µs at most", prediction),
                        prediction < AIM_PREDICTION),
                new Aim(
                        "no event loop of the service is blocked for a second",
                        blockedEventLoops + " warnings",
                        blockedEventLoops == 0),
                new Aim(
                        "ten years of Apple Health are imported, in less memory than the heap may have",
                        imported.text(),
                        imported.isAsWanted()));
    }

    /** The mean with the number of cycles that makes it slowest. */
    private double slowestPrediction() {
        return scores.stream()
                .filter(score -> score.benchmark().equals(PREDICTION))
                .mapToDouble(MicroScore::mean)
                .max()
                .orElseThrow(() -> new LauncherException("No prediction was measured"));
    }

    private static String row(MicroScore score) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s |\n",
                score.benchmark(),
                score.parameters(),
                score.mean(),
                Double.isNaN(score.error()) ? "" : String.format(Locale.ROOT, "%.2f", score.error()));
    }

    private static String row(Measured each) {
        Sample sample = each.sample();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f |\n",
                each.operation(),
                sample.count(),
                sample.throughput(),
                sample.percentile(0.5),
                sample.percentile(0.99));
    }
}
