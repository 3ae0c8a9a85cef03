package health.lunaria.safeguards.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentsTest {

    private static final String GOOD = "---\nversion: 2026-1\neffective: 2026-02-28\n---\n# Rule\n";

    private final Map<String, String> files = new HashMap<>();

    @Test
    void aDocumentIsReadWhole() {
        has("rule", "2026-1", GOOD);

        assertThat(PolicyDocuments.read(this::open))
                .containsExactly(
                        new Policy("rule", "2026-1", LocalDate.parse("2026-02-28"), true, GOOD, PolicyHash.of(GOOD)));
    }

    @Test
    void aCorrectionSaysSo() {
        has("rule", "2026-1", GOOD.replace("\n---\n# ", "\nmaterial: no\n---\n# "));

        assertThat(PolicyDocuments.read(this::open))
                .extracting(Policy::material)
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---\nversion: 2026-1\neffective: 2026-02-28\nmaterial: perhaps\n---\n# Rule\n",
                "---\nversion: 2026-1\nmaterial: no\neffective: 2026-02-28\n---\n# Rule\n",
                "# Rule\n",
                "---\nversion: 2026-1\n---\n# Rule\n",
                "---\neffective: 2026-02-28\nversion: 2026-1\n---\n# Rule\n",
                "---\nversion: 2026-1\neffective: 2026-02-28\n---\n",
                "\n---\nversion: 2026-1\neffective: 2026-02-28\n---\n# Rule\n",
                "---\nversion: 2026-2\neffective: 2026-02-28\n---\n# Rule\n",
                "---\r\nversion: 2026-1\r\neffective: 2026-02-28\r\n---\r\n# Rule\r\n",
                "---\nversion: 2026-1\neffective: 2026-02-30\n---\n# Rule\n",
                "---\nversion: 2026-1\neffective: soon\n---\n# Rule\n"
            })
    void aDocumentWithoutItsFrontMatterIsRefused(String text) {
        has("rule", "2026-1", text);

        refused("rule/2026-1");
    }

    @Test
    void aTextThatWasChangedIsRefused() {
        has("rule", "2026-1", GOOD);
        files.put("policies/rule/2026-1.md", GOOD + "And one more thing.\n");

        refused("rule/2026-1");
    }

    @Test
    void aDocumentThatIsMissingIsRefused() {
        has("rule", "2026-1", GOOD);
        files.remove("policies/rule/2026-1.md");

        refused("rule/2026-1");
    }

    @Test
    void withoutAnIndexNothingIsRead() {
        refused("policies/index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rule/2026-1.md", "00  rule/2026-1.md", "../../secret/1.md"})
    void aLineThatIsNoneIsRefused(String line) {
        files.put("policies/index", line + "\n");

        refused("line");
    }

    private void has(String name, String version, String text) {
        files.put("policies/" + name + "/" + version + ".md", text);
        files.put("policies/index", PolicyHash.of(text) + "  " + name + "/" + version + ".md\n");
    }

    private ByteArrayInputStream open(String name) {
        String text = files.get(name);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String what) {
        assertThatIllegalStateException()
                .isThrownBy(() -> PolicyDocuments.read(this::open))
                .withMessageContaining(what);
    }
}
