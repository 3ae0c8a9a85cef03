package health.lunaria.system.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.launcher.proof.LoggedAccess;
import health.lunaria.launcher.proof.NoteSigner;
import health.lunaria.launcher.proof.ReferenceLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The format of the log, read by programs that others wrote for other logs: Go's {@code golang.org/x/mod/sumdb} and npm's
 * {@code @sigstore/verify}. What they accept, and what they refuse, is what anybody's verifier would.
 */
class LogInteroperabilityTest {

    private static final NoteSigner SIGNER = NoteSigner.log("localhost:8443/v1/audit/log");
    private static final NoteSigner WITNESS = NoteSigner.witness("witness.example");

    /** Two full tiles and a partial one, and so two levels of tiles. */
    private static final int SIZE = 700;

    private static final int OLDER_SIZE = 300;
    private static final ReferenceLog LOG = logOf(SIZE, SIGNER);

    @TempDir
    private Path directory;

    private LogCopy copy;

    private static ReferenceLog logOf(int size, NoteSigner signer) {
        ReferenceLog log = new ReferenceLog(signer);
        IntStream.range(0, size).forEach(i -> log.append(LoggedAccess.number(i).leaf()));
        return log;
    }

    @BeforeEach
    void copyLog() {
        copy = LogCopy.of(new ReferencePublication(SIGNER, LOG, SIZE), directory);
        copy.addOlder(LOG.checkpoint(OLDER_SIZE));
        copy.addProof("now", proof(SIZE));
        copy.addProof("older", proof(OLDER_SIZE));
    }

    @ParameterizedTest
    @EnumSource
    void theLogIsAccepted(Checker checker) {
        accepted(checker, "2 proofs");
    }

    @ParameterizedTest
    @EnumSource
    void aCheckpointThatAWitnessCosignedIsAccepted(Checker checker) {
        String cosignature = WITNESS.cosign(LOG.checkpointText(SIZE), 1_795_510_800);
        copy.change("checkpoint", checkpoint -> bytes(text(checkpoint) + cosignature));
        copy.addProof("now", proof(SIZE) + cosignature);

        accepted(checker, "2 proofs");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 256, 257, 513})
    void logsOfAwkwardSizesAreAccepted(int size, @TempDir Path other) {
        LogCopy small = LogCopy.of(new ReferencePublication(SIGNER, LOG, size), other);
        small.addOlder(LOG.checkpoint(size / 2 + 1));
        for (int index : List.of(0, size / 2, size - 1)) {
            small.addProof(
                    "entry-" + index,
                    LOG.proof(index, size, LoggedAccess.number(index).opening()));
        }
        for (Checker checker : Checker.values()) {
            assertThat(checker.check(small))
                    .as("%s", checker)
                    .satisfies(verdict ->
                            assertThat(verdict.exit()).as(verdict.output()).isZero());
        }
    }

    /** Where the numbers of tiles have more than three digits. */
    @Test
    void aLogOfManyTilesIsAccepted(@TempDir Path other) {
        int size = 1000 * ReferenceLog.TILE_WIDTH + 300;
        ReferenceLog large = logOf(size, SIGNER);
        LogCopy copied = LogCopy.of(new ReferencePublication(SIGNER, large, size), other);
        copied.addProof(
                "last",
                large.proof(size - 1, size, LoggedAccess.number(size - 1).opening()));

        assertThat(Checker.GO.check(copied).output()).isEqualTo("accepted: 256300 entries, 1 proofs\n");
        assertThat(Checker.SIGSTORE.check(copied).output()).isEqualTo("accepted: 1 proofs\n");
    }

    @ParameterizedTest
    @EnumSource
    void noHashOfAProofCanBeChanged(Checker checker) {
        copy.change("now.tlog-proof", proof -> {
            String[] lines = text(proof).split("\n", -1);
            lines[5] = lines[6];
            return bytes(String.join("\n", lines));
        });

        refused(checker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "41", "43", "699", "700"})
    void aProofHoldsForNoOtherPlace(String index) {
        copy.change("now.tlog-proof", proof -> bytes(text(proof).replace("index 42\n", "index " + index + "\n")));

        refused(Checker.values());
    }

    @Test
    void aProofHoldsForNoOtherEvent() {
        copy.addProof("now", LOG.proof(42, SIZE, LoggedAccess.number(43).opening()));

        refused(Checker.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "now.tlog-proof"})
    void noSizeAndNoRootCanBeChanged(String file) {
        copy.change(file, content -> bytes(text(content).replace("\n700\n", "\n701\n")));
        refused(Checker.values());
        copyLog();
        String root = root(SIZE);
        copy.change(file, content -> bytes(text(content).replace(root, root(OLDER_SIZE))));
        refused(Checker.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "now.tlog-proof"})
    void noSignatureCanBeChanged(String file) {
        copy.change(file, content -> {
            byte[] changed = content.clone();
            int inSignature = changed.length - 20;
            changed[inSignature] = (byte) (changed[inSignature] == 'A' ? 'B' : 'A');
            return changed;
        });

        refused(Checker.values());
    }

    @Test
    void anotherKeyOfTheSameNameIsAnotherKey() {
        copy.change("key", key -> bytes(NoteSigner.log(SIGNER.name()).verifierKey()));

        refused(Checker.values());
    }

    @Test
    void aKeyOfAnotherNameIsAnotherKey() {
        copy.change("key", key -> bytes(NoteSigner.log("elsewhere.example").verifierKey()));

        refused(Checker.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/0/002.p/188",
                "tile/1/000.p/2",
                "tile/entries/000",
                "tile/entries/001",
                "tile/entries/002.p/188"
            })
    void noTileCanBeChangedOrCutOff(String tile) {
        copy.change(tile, LogInteroperabilityTest::withLastBitTurned);
        refused(Checker.GO);
        copyLog();
        copy.change(tile, content -> Arrays.copyOf(content, content.length - 1));
        refused(Checker.GO);
    }

    @Test
    void aForkIsSeen() {
        ReferenceLog fork = new ReferenceLog(SIGNER);
        IntStream.range(0, SIZE)
                .forEach(
                        i -> fork.append(LoggedAccess.number(i == 42 ? 9999 : i).leaf()));
        copy.addOlder(fork.checkpoint(OLDER_SIZE));

        refused(Checker.GO);
    }

    @Test
    void aLogThatShrankIsSeen(@TempDir Path other) {
        LogCopy shrunk = LogCopy.of(new ReferencePublication(SIGNER, LOG, OLDER_SIZE), other);
        shrunk.addOlder(LOG.checkpoint(SIZE));

        assertThat(Checker.GO.check(shrunk).exit()).isEqualTo(1);
    }

    @Test
    void aProofFromAForkIsSeen() {
        ReferenceLog fork = new ReferenceLog(SIGNER);
        IntStream.range(0, SIZE)
                .forEach(i -> fork.append(LoggedAccess.number(i == 7 ? 9999 : i).leaf()));
        copy.addProof("now", fork.proof(42, SIZE, LoggedAccess.number(42).opening()));

        refused(Checker.GO);
    }

    @Test
    void anyoneCanCopyTheLogAndFollowItsGrowth(@TempDir Path other) throws Exception {
        try (LogServer server = new LogServer()) {
            for (int size : List.of(OLDER_SIZE, SIZE)) {
                server.serve(new ReferencePublication(SIGNER, LOG, size));
                assertThat(copyFrom(server, other)).isZero();
            }
            assertThat(Checker.GO.check(new LogCopy(other)).output()).isEqualTo("accepted: 700 entries, 0 proofs\n");
            assertThat(other.resolve("checkpoint.older")).hasContent(LOG.checkpoint(OLDER_SIZE));
        }
    }

    private static int copyFrom(LogServer server, Path directory) throws Exception {
        Path program = Path.of(System.getProperty("lunaria.root"), "system-tests/tools/copy-log");
        Process copying = new ProcessBuilder(program.toString(), server.url(), directory.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return copying.exitValue();
    }

    private static String root(int size) {
        return LOG.checkpointText(size).lines().toList().get(2);
    }

    private static String proof(int size) {
        return LOG.proof(42, size, LoggedAccess.number(42).opening());
    }

    private void accepted(Checker checker, String report) {
        Checker.Verdict verdict = checker.check(copy);
        assertThat(verdict.exit()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains("accepted: ", report);
    }

    /** Refused, and not merely unable to run. */
    private void refused(Checker... checkers) {
        for (Checker checker : checkers) {
            Checker.Verdict verdict = checker.check(copy);
            assertThat(verdict.exit()).as("%s: %s", checker, verdict.output()).isEqualTo(1);
            assertThat(verdict.output()).startsWith("refused: ");
        }
    }

    private static byte[] withLastBitTurned(byte[] content) {
        byte[] turned = content.clone();
        turned[turned.length - 1] ^= 1;
        return turned;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
