package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theIdIsTakenAsItIs() {
        assertThat(HealthImport.id(accepted("0193f5a0-7b1c-7000-8000-000000000001")))
                .isEqualTo("0193f5a0-7b1c-7000-8000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../days", "a/b", "a?b", "a b"})
    void whatWouldChangeThePathIsNoId(String id) {
        assertThatThrownBy(() -> HealthImport.id(accepted(id))).isInstanceOf(LauncherException.class);
    }

    @Test
    void anAnswerWithoutAnIdIsRefused() {
        assertThatThrownBy(() -> HealthImport.id(JSON.createObjectNode())).isInstanceOf(LauncherException.class);
    }

    @Test
    void aProblemStandsBesideTheState() {
        ObjectNode end = JSON.createObjectNode().put("state", "failed");

        assertThat(HealthImport.text(end)).isEqualTo("failed");
        assertThat(HealthImport.text(end.put("problem", "unknown-format"))).isEqualTo("failed (unknown-format)");
    }

    private static JsonNode accepted(String id) {
        return JSON.createObjectNode().put("id", id);
    }
}
