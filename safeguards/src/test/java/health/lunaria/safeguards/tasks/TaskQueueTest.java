package health.lunaria.safeguards.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.tasks.TaskQueue.Message;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskQueueTest {

    @Test
    void readsTheLimitOfReceivesAsNumberAndAsText() {
        assertThat(TaskQueue.maxReceives("{\"deadLetterTargetArn\":\"arn\",\"maxReceiveCount\":5}"))
                .isEqualTo(5);
        assertThat(TaskQueue.maxReceives("{\"maxReceiveCount\":\"7\"}")).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "{}",
                "x",
                "[]",
                "{\"maxReceiveCount\":0}",
                "{\"maxReceiveCount\":-1}",
                "{\"maxReceiveCount\":\"many\"}"
            })
    void aQueueWithoutDeadLettersIsRefused(String policy) {
        assertThatIllegalStateException().isThrownBy(() -> TaskQueue.maxReceives(policy));
    }

    @Test
    void aMessageNamesATaskOrNone() {
        UUID task = UUID.randomUUID();

        assertThat(new Message(task.toString(), "receipt", 1).task()).contains(task);
        assertThat(new Message("somebody", "receipt", 1).task()).isEmpty();
        assertThat(new Message("", "receipt", 1).task()).isEmpty();
    }
}
