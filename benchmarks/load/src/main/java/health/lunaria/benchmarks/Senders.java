package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Replicas of the services that report events, all at the same time. */
final class Senders implements AutoCloseable {

    private static final List<String> SERVICES = List.of("profile-service", "cycle-service", "billing-service");

    private final List<EventSender> senders = new ArrayList<>();
    private final ExecutorService threads;

    Senders(Stack stack, int count) {
        for (int i = 0; i < count; i++) {
            String service = SERVICES.get(i % SERVICES.size());
            senders.add(new EventSender(stack.home(), service, AuditBench.port(stack), i));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /** An event about each person, so that all of them have a key. */
    void introduce(int subjects) {
        List<Callable<Delivery>> tasks = new ArrayList<>();
        for (int first = 0; first < subjects; first += AuditPlan.BATCH) {
            String[] batch = IntStream.range(first, Math.min(subjects, first + AuditPlan.BATCH))
                    .mapToObj(EventBatch::subject)
                    .toArray(String[]::new);
            tasks.add(() -> senders.get(0).deliverAbout(batch));
        }
        // One after the other: two would make the same shard's key at once.
        tasks.forEach(task -> all(List.of(task)));
    }

    /** @param batch events that each of them delivers at once */
    Delivered run(int batch, int subjects, Duration duration) {
        long start = System.nanoTime();
        long until = start + duration.toNanos();
        List<Callable<List<Delivery>>> tasks = new ArrayList<>();
        senders.forEach(sender -> tasks.add(() -> sender.repeat(batch, subjects, until)));
        List<Delivery> deliveries =
                all(tasks).stream().flatMap(Collection::stream).toList();
        return new Delivered(System.nanoTime() - start, deliveries);
    }

    private <T> List<T> all(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        } catch (ExecutionException failed) {
            throw new LauncherException(
                    "The delivery ended early: " + failed.getCause().getMessage(), failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** @param nanoseconds that it took */
    record Delivered(long nanoseconds, List<Delivery> deliveries) {

        Sample integrated() {
            return new Sample(
                    nanoseconds, deliveries.stream().mapToLong(Delivery::took).toArray());
        }

        /** @param moments of each delivery, in microseconds of the epoch */
        Sample until(List<Long> moments) {
            if (moments.size() != deliveries.size()) {
                throw new LauncherException("Events that were answered are not in the log, or not published");
            }
            return new Sample(
                    nanoseconds,
                    IntStream.range(0, moments.size())
                            .mapToLong(i ->
                                    1000 * (moments.get(i) - deliveries.get(i).sent()))
                            .toArray());
        }
    }
}
