package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.verify.CheckpointCheck.Signatures;
import health.lunaria.audit.verify.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log from a file. Its roots, the key's id and the signatures were checked by other software, too: Python and OpenSSL. */
class GoldenLogTest {

    @Test
    void itIsAccepted() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        PageCheck.Result result = check(golden, golden.page());

        assertThat(result.findings()).isEmpty();
        assertThat(golden.page().checkpoints()).hasSize(6);
        assertThat(HexFormat.of().formatHex(result.progress().range().root()))
                .isEqualTo("a4a83d584598ece09082a2acf5f30ba92082ef2babbf12a1cd01dd19a98a5fb3");
    }

    @Test
    void itIsTheOneThatTheProgramWrites(@TempDir Path directory) throws Exception {
        new GoldenLog(directory).write();

        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                assertThat(Files.readString(file))
                        .isEqualTo(new String(
                                getClass()
                                        .getResourceAsStream("/verify/golden/" + file.getFileName())
                                        .readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void everyFlippedBitOfACheckpointIsFound() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        CheckpointRow row = golden.page().checkpoints().get(256L);
        for (int place = 0; place < row.note().length(); place++) {
            StringBuilder note = new StringBuilder(row.note());
            note.setCharAt(place, (char) (note.charAt(place) ^ 1));
            CheckpointRow changed = new CheckpointRow(row.size(), row.root(), note.toString(), 0);

            assertThat(check(golden, with(golden.page(), changed)).findings())
                    .as("character %d", place)
                    .isNotEmpty()
                    .allMatch(finding -> finding.position() == 256);
        }
    }

    @Test
    void anotherLogsCheckpointIsFoundEvenIfTheKeySignedIt() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        CheckpointRow row = golden.page().checkpoints().get(300L);
        CheckpointRow changed = new CheckpointRow(
                300, row.root(), TestLogKey.number(1).checkpoint("test.invalid/other", 300, row.root()), 0);

        assertThat(check(golden, with(golden.page(), changed)).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_ORIGIN, 300));
    }

    @Test
    void aCheckpointThatSaysMoreThanItMustIsFound() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        CheckpointRow row = golden.page().checkpoints().get(300L);
        String text = row.note().substring(0, row.note().indexOf("\n\n") + 1);
        CheckpointRow changed =
                new CheckpointRow(300, row.root(), TestLogKey.number(1).sign(text + "more\n"), 0);

        assertThat(check(golden, with(golden.page(), changed)).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_BODY, 300));
    }

    @Test
    void aChangedRootBesideAGoodNoteIsFoundTwice() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        CheckpointRow row = golden.page().checkpoints().get(200L);
        CheckpointRow changed = new CheckpointRow(200, new byte[32], row.note(), 0);

        assertThat(check(golden, with(golden.page(), changed)).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_ROOT, 200), new Finding(Kind.CHECKPOINT_BODY, 200));
    }

    @Test
    void aGapEndsThePage() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        LogPage page = golden.page();
        LogPage gap = new LogPage(0, page.to(), page.leaves().subList(0, 10), page.nodes(), page.checkpoints());

        PageCheck.Result result = check(golden, gap);
        assertThat(result.findings()).containsExactly(new Finding(Kind.LEAF_MISSING, 10));
        assertThat(result.progress().size()).isEqualTo(10);
    }

    @Test
    void aHashThatIsNotTheLeafsIsFoundAtTheLeafAndNowhereElse() throws Exception {
        GoldenLog golden = GoldenLog.inResources();
        LogPage page = golden.page();
        List<LeafRow> leaves = new ArrayList<>(page.leaves());
        LeafRow row = leaves.get(77);
        leaves.set(77, new LeafRow(77, row.eventId(), new byte[] {1}, row.hash(), 0));

        assertThat(check(golden, new LogPage(0, page.to(), leaves, page.nodes(), page.checkpoints()))
                        .findings())
                .containsExactly(new Finding(Kind.LEAF_HASH, 77));
    }

    private static PageCheck.Result check(GoldenLog golden, LogPage page) throws Exception {
        return new PageCheck(Progress.NONE, page, page.to(), new CheckpointCheck(golden.key(), Signatures.CHECK)).run();
    }

    private static LogPage with(LogPage page, CheckpointRow row) {
        Map<Long, CheckpointRow> checkpoints = new HashMap<>(page.checkpoints());
        checkpoints.put(row.size(), row);
        return new LogPage(page.from(), page.to(), page.leaves(), page.nodes(), checkpoints);
    }
}
