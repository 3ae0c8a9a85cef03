package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking and storing are one step. */
class ConcurrentSubmissionsTest {

    private static final TestLog LOG = TestLog.withLeaves(60);
    private static final int AT_ONCE = 4;

    @TempDir
    Path directory;

    @Test
    void ofThoseThatContinueTheSameCheckpointOneWins() throws Exception {
        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            int latest = 0;
            for (int round = 0; round < 12; round++) {
                List<String> submissions = new ArrayList<>();
                for (int i = 1; i <= AT_ONCE; i++) {
                    submissions.add(LOG.submission(latest, latest + i));
                }

                List<Integer> statuses = allAtOnce(witness, submissions);

                assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
                latest += 1 + statuses.indexOf(200);
                assertThat(witness.latest(LOG).body()).startsWith(LOG.text(latest));
            }
        }
    }

    @Test
    void ofTwoHistoriesOneIsCosigned() throws Exception {
        TestLog fork = LOG.forkedAt(0);
        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            List<Integer> statuses = allAtOnce(
                    witness,
                    List.of(LOG.submission(0, 9), fork.submission(0, 9), LOG.submission(0, 8), fork.submission(0, 8)));

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }

    private static List<Integer> allAtOnce(TestWitness witness, List<String> submissions)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(submissions.size());
        try {
            CyclicBarrier together = new CyclicBarrier(submissions.size());
            List<Future<Integer>> answers = new ArrayList<>();
            for (String submission : submissions) {
                answers.add(threads.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return witness.add(submission).statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get(30, TimeUnit.SECONDS));
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }
}
