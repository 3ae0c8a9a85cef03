package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.benchmarks.FakeGateway.Seen;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT = "<HealthData/>";

    @TempDir
    Path directory;

    private Path file;
    private FakeGateway gateway;

    @BeforeEach
    void begin() throws IOException, GeneralSecurityException {
        file = Files.writeString(directory.resolve("export.xml"), CONTENT);
        gateway = new FakeGateway(directory);
    }

    @AfterEach
    void end() {
        gateway.close();
    }

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

    @Test
    void theFileIsUploadedAndAskedForUntilItIsDone() {
        gateway.answering(202, "{\"id\":\"abc\"}")
                .answering(200, "{\"id\":\"abc\",\"state\":\"waiting\",\"done\":0}")
                .answering(200, "{\"id\":\"abc\",\"state\":\"running\",\"done\":7}")
                .answering(200, "{\"id\":\"abc\",\"state\":\"done\",\"done\":3653}");

        ImportOutcome outcome = imported(ProcessHandle.current());

        assertThat(outcome.end()).isEqualTo("done");
        assertThat(outcome.days()).isEqualTo(3653);
        assertThat(gateway.seen())
                .extracting(Seen::method, Seen::path, Seen::bytes)
                .containsExactly(
                        tuple("POST", "/v1/cycle/imports", (long) CONTENT.length()),
                        tuple("GET", "/v1/cycle/imports/abc", 0L),
                        tuple("GET", "/v1/cycle/imports/abc", 0L),
                        tuple("GET", "/v1/cycle/imports/abc", 0L));
        assertThat(gateway.seen()).extracting(Seen::token).containsOnly("Bearer token");
    }

    @Test
    void aFailedImportIsAnOutcome() {
        gateway.answering(202, "{\"id\":\"abc\"}")
                .answering(200, "{\"id\":\"abc\",\"state\":\"failed\",\"done\":0,\"problem\":\"too-much\"}");

        assertThat(imported(ProcessHandle.current()).end()).isEqualTo("failed (too-much)");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 413, 503})
    void anUploadThatIsNotAcceptedEndsTheRun(int status) {
        gateway.answering(status, "{\"id\":\"abc\"}");

        assertThatThrownBy(() -> imported(ProcessHandle.current()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("answered with " + status);
    }

    @Test
    void aStateThatCannotBeAskedForEndsTheRun() {
        gateway.answering(202, "{\"id\":\"abc\"}").answering(503, "{}");

        assertThatThrownBy(() -> imported(ProcessHandle.current()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("503");
    }

    @Test
    void aServiceThatEndsMeanwhileIsAnOutcome() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("ended.log").toFile())
                .start();
        ended.waitFor();
        gateway.answering(202, "{\"id\":\"abc\"}").answering(503, "{}");

        ImportOutcome outcome = imported(ended.toHandle());

        assertThat(outcome.end()).isEqualTo("the service ended");
        assertThat(outcome.isAsWanted()).isFalse();
    }

    private ImportOutcome imported(ProcessHandle service) {
        return new HealthImport(gateway.home(), () -> "token", service).run(file);
    }

    private static JsonNode accepted(String id) {
        return JSON.createObjectNode().put("id", id);
    }
}
