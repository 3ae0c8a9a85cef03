package health.lunaria.safeguards.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.tasks.Standing.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void aWaitingTaskIsRun() {
        assertThat(verdict(TaskState.WAITING, false, 0)).isEqualTo(Verdict.RUN);
    }

    @Test
    void aRunningTaskIsLeftToItsWorkerUntilTheLeaseRanOut() {
        assertThat(verdict(TaskState.RUNNING, false, 1)).isEqualTo(Verdict.WAIT);
        assertThat(verdict(TaskState.RUNNING, false, 0)).isEqualTo(Verdict.RUN);
        assertThat(verdict(TaskState.RUNNING, false, -1)).isEqualTo(Verdict.RUN);
    }

    @Test
    void onlyAFailedTaskThatWasGivenUpIsRunAgain() {
        assertThat(verdict(TaskState.FAILED, true, 0)).isEqualTo(Verdict.RUN);
        assertThat(verdict(TaskState.FAILED, false, 0)).isEqualTo(Verdict.FORGET);
    }

    @Test
    void whatIsDoneOrCancelledIsForgotten() {
        assertThat(verdict(TaskState.DONE, true, 0)).isEqualTo(Verdict.FORGET);
        assertThat(verdict(TaskState.CANCELLED, true, 0)).isEqualTo(Verdict.FORGET);
    }

    private static Verdict verdict(TaskState state, boolean givenUp, long leaseMillis) {
        SubjectRef subject = SubjectRef.of(new byte[SubjectRef.LENGTH]);
        return new Standing(subject, "test.task", state, givenUp, Duration.ofMillis(leaseMillis)).verdict();
    }
}
