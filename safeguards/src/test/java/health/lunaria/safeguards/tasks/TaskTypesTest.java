package health.lunaria.safeguards.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.lunaria.safeguards.tasks.TaskSeals.Progress;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTypesTest {

    private static final String SECRET = "what she wrote";

    private final TaskOutcome outcome =
            new TaskOutcome(JsonNodeFactory.instance.objectNode().put("text", SECRET));

    record Text(String text) {}

    record Other(int number) {}

    @Test
    void aSlugIsTheMessage() {
        assertThat(new TaskRefusedException("unknown-format").slug()).isEqualTo("unknown-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unknown", "with space", "line\n", "-x", "2026-11-24", "naïve"})
    void whatIsNoSlugIsRefusedWithoutBeingQuoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskRefusedException(text))
                .withMessage("A slug has 1 to 64 lower-case letters, digits and hyphens");
    }

    @Test
    void progressIsBetweenNothingAndEverything() {
        assertThat(new Progress(3, 3).done()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress(0, -1));
    }

    @Test
    void aResultIsReadAsItsTypeAndNotAsAnother() {
        assertThat(task().result(Text.class)).contains(new Text(SECRET));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task().result(Other.class))
                .withMessage("The task's result is no Other")
                .withNoCause();
    }

    @Test
    void neitherTheTaskNorItsResultTells() {
        assertThat(task()).hasToString("Task[redacted]");
        assertThat(outcome.toString()).doesNotContain(SECRET);
    }

    private Task task() {
        return new Task(UUID.randomUUID(), "k", TaskState.DONE, 1, 1, Instant.EPOCH, Instant.EPOCH, null, 1, outcome);
    }
}
