package health.lunaria.safeguards.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.tasks.RunningTasks.Running;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningTasksTest {

    private final RunningTasks tasks = new RunningTasks(null, null);
    private final Running running =
            new Running(UUID.randomUUID(), 1, new TaskQueue.Message("id", "receipt", 1), () -> {});

    @Test
    void theWaitEndsAtOnceWhenNothingRuns() throws Exception {
        tasks.awaitNone(Duration.ofHours(1));

        assertThat(tasks.all()).isEmpty();
    }

    @Test
    void theWaitEndsWithTheLastTask() throws Exception {
        tasks.add(running);
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> await(Duration.ofHours(1)));

        tasks.remove(running);

        wait.get(30, TimeUnit.SECONDS);
        assertThat(tasks.all()).isEmpty();
    }

    @Test
    void theWaitIsBoundedAndTellsWhatStillRuns() throws Exception {
        tasks.add(running);

        tasks.awaitNone(Duration.ofMillis(10));

        assertThat(tasks.all()).containsExactly(running);
    }

    private void await(Duration patience) {
        try {
            tasks.awaitNone(patience);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
