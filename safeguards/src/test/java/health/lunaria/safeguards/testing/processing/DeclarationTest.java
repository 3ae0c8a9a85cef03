package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationTest {

    @TempDir
    Path directory;

    @Test
    void columnsThatShareAnEntryAreTold() throws IOException {
        Declaration read = read("""
                tables:
                  task: {clear: {"kind, state": what}}
                """);
        assertThat(Declaration.Table.columns(read.tables().get("task").clear())).containsExactly("kind", "state");
    }

    @Test
    void aWordThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> read("tables: {task: {cleer: {kind: what}}}")).hasMessageContaining("cleer");
    }

    @Test
    void aTableThatStandsThereTwiceIsRefused() {
        assertThatThrownBy(() -> read("""
                tables:
                  task: {}
                  task: {}
                """)).hasMessageContaining("Duplicate");
    }

    @Test
    void anActivityOfWhichSomethingIsNotSaidIsRefused() {
        assertThatThrownBy(() -> read("activities: {Diary: {purpose: to remember, basis: consent, people: users}}"))
                .hasMessageContaining("an activity has");
    }

    @Test
    void aTableIsOnlyDeclaredInOnePlace() throws IOException {
        Declaration one = read("tables: {task: {}}");
        assertThatThrownBy(() -> one.plus(one)).hasMessage("task is declared twice");
    }

    private Declaration read(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("processing.yaml"), yaml);
        return Declaration.read(file.toUri().toURL());
    }
}
