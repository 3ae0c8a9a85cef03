package health.lunaria.benchmarks;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of clients that call at the same time: a closed loop. */
final class Load implements AutoCloseable {

    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads;

    Load(Home home, int size) {
        for (int i = 0; i < size; i++) {
            clients.add(new Client(home, i));
        }
        threads = Executors.newFixedThreadPool(size);
    }

    /** @param tokens one per client */
    void become(List<String> tokens) {
        for (int i = 0; i < clients.size(); i++) {
            clients.get(i).become(tokens.get(i));
        }
    }

    /** Waits until every client's call is answered with 200: the gateway may not have noticed yet that a service is back. */
    void awaitAnswers(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        for (Client client : clients) {
            try {
                while (client.status(Operation.PREDICT) != 200) {
                    if (System.nanoTime() > until) {
                        throw new LauncherException("The stack does not answer as it should");
                    }
                    Thread.sleep(100);
                }
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
        }
    }

    /** Every client repeats the same call. */
    Sample run(Call call, Duration duration) {
        return run(Collections.nCopies(clients.size(), call), duration);
    }

    /** @param calls one per client, which repeats it */
    Sample run(List<? extends Call> calls, Duration duration) {
        long start = System.nanoTime();
        long until = start + duration.toNanos();
        List<long[]> latencies = each(client -> clients.get(client).repeat(calls.get(client), until));
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).toArray();
        return new Sample(System.nanoTime() - start, all);
    }

    /** @param calls one per client, which makes it once */
    void once(List<? extends Call> calls) {
        each(client -> clients.get(client).once(calls.get(client)));
    }

    private interface Work<T> {
        T of(int client) throws InterruptedException;
    }

    /** What each client's work came to; all work at the same time. */
    private <T> List<T> each(Work<T> work) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            int client = i;
            tasks.add(() -> work.of(client));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            throw interrupted();
        } catch (ExecutionException failed) {
            throw new LauncherException(
                    "The load ended early: " + failed.getCause().getMessage(), failed);
        }
    }

    private static LauncherException interrupted() {
        Thread.currentThread().interrupt();
        return new LauncherException("Interrupted");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
