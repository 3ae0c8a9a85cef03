package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.audit.verify.note.CheckpointBody;
import health.lunaria.audit.verify.note.MalformedException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log's key signs beside checkpoints is never taken for one. */
class StatementTest {

    private static final String ROOT = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void saysWhoseItIsAndOfWhatKind() {
        assertThat(new Statement("evidence/v1", List.of("from 2026-01-01", "seed !~")).body("log.example/1"))
                .isEqualTo("log.example/1/evidence/v1\nfrom 2026-01-01\nseed !~\n");
    }

    @Test
    void isNoCheckpointWhateverItSays() {
        String body = new Statement("evidence/v1", List.of("size 7", "root " + ROOT)).body("log.example/1");

        assertThatThrownBy(() -> CheckpointBody.parse(body)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "", "seed", "seed ", "seed a b", "seed a\n7", "Seed a", "seed ä", "— name a", "\n7"})
    void aLineThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> new Statement("evidence/v1", List.of(line)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement("evidence/v1", List.of("seed a", line)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evidence", "evidence/v0", "evidence/v1\n7", "/v1"})
    void aKindThatIsNoneIsRefused(String kind) {
        assertThatThrownBy(() -> new Statement(kind, List.of("seed a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneThatSaysNothingIsRefused() {
        assertThatThrownBy(() -> new Statement("evidence/v1", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
