package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it cosigned it does not forget; and it does not start without knowing. */
class RestartTest {

    private static final TestLog LOG = TestLog.withLeaves(20);

    @TempDir
    Path directory;

    @Test
    void keyAndLatestCheckpointAreThereAgain() {
        String key;
        String latest;
        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            witness.add(LOG.submission(0, 5));
            witness.add(LOG.submission(5, 9));
            key = witness.key().toString();
            latest = witness.latest(LOG).body();
        }

        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            assertThat(witness.key()).hasToString(key);
            assertThat(witness.latest(LOG).body()).isEqualTo(latest);
            assertThat(witness.add(LOG.submission(5, 9)).statusCode()).isEqualTo(409);
            assertThat(witness.add(LOG.forkedAt(8).submission(9, 12)).statusCode())
                    .isEqualTo(422);
            assertThat(witness.add(LOG.submission(9, 12)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void eachLogHasACheckpointOfItsOwn() {
        TestLog second = TestLog.named("log.example/2").grown(7, "leaf");
        try (TestWitness witness = TestWitness.start(directory, LOG, second)) {
            witness.add(LOG.submission(0, 5));
            assertThat(witness.add(second.submission(0, 7)).statusCode()).isEqualTo(200);
        }

        try (TestWitness witness = TestWitness.start(directory, LOG, second)) {
            assertThat(witness.add(LOG.submission(5, 6)).statusCode()).isEqualTo(200);
            assertThat(witness.latest(second).body()).startsWith(second.text(7));
        }
    }

    @Test
    void aLogWithTwoKeysIsKnownByBoth() {
        TestLog rotated = LOG.impostor();
        try (TestWitness witness = TestWitness.start(directory, LOG, rotated)) {
            assertThat(witness.add(LOG.submission(0, 5)).statusCode()).isEqualTo(200);
            assertThat(witness.add(rotated.submission(5, 6)).statusCode()).isEqualTo(200);
            assertThat(witness.add(LOG.submission(6, 7)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseCanReadWhatItKeeps() throws IOException {
        witnessed();

        assertThat(permissions(home())).isEqualTo("rwx------");
        assertThat(files())
                .hasSize(3)
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void noHalfWrittenFileIsLeft() throws IOException {
        witnessed();

        assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void anAlteredCheckpointStopsIt() throws IOException {
        witnessed();
        Path file = checkpointFile();
        String good = Files.readString(file);
        String cosignature = good.lines().skip(5).findFirst().orElseThrow() + "\n";
        List<UnaryOperator<String>> alterations = List.of(
                text -> "",
                text -> text.substring(0, text.length() / 2),
                text -> text.replace("\n5\n", "\n4\n"),
                text -> text.replace(cosignature, ""),
                text -> text.replace(LOG.text(5), LOG.text(4)),
                text -> LOG.checkpoint(4) + cosignature,
                text -> LOG.impostor().checkpoint(5) + cosignature,
                text -> text + "\u0000");
        for (UnaryOperator<String> alteration : alterations) {
            Files.writeString(file, alteration.apply(good));
            assertDoesNotStart(file.getFileName().toString());
        }

        Files.writeString(file, good);
        witnessed();
    }

    @Test
    void withoutItsKeyItDoesNotStartAnew() throws IOException {
        witnessed();
        Files.delete(home().resolve("cosigning-key"));

        assertDoesNotStart("the key that cosigned them is missing");
    }

    @Test
    void withAnotherKeyItDoesNotStart() throws IOException {
        witnessed();
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        TestWitness.start(elsewhere, LOG).close();
        Files.copy(
                elsewhere.resolve("witness/cosigning-key"),
                home().resolve("cosigning-key"),
                StandardCopyOption.REPLACE_EXISTING);

        assertDoesNotStart("signed with other keys");
    }

    @Test
    void aDamagedKeyStopsIt() throws IOException {
        TestWitness.start(directory, LOG).close();
        Path file = home().resolve("cosigning-key");
        String good = Files.readString(file);
        List<String> lines = good.lines().toList();
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        TestWitness.start(elsewhere, LOG).close();
        String other =
                Files.readAllLines(elsewhere.resolve("witness/cosigning-key")).get(2);
        for (String damaged : List.of(
                "",
                good.replace("/1", "/2"),
                lines.get(0) + "\n" + lines.get(1) + "\n",
                good.replace(lines.get(1), "x"),
                good.replace(lines.get(1), lines.get(2)),
                good.replace(lines.get(2), other))) {
            Files.writeString(file, damaged);
            assertDoesNotStart("cosigning-key is damaged");
        }
    }

    @Test
    void twoOfThemDoNotShareADirectory() {
        try (TestWitness first = TestWitness.start(directory, LOG)) {
            assertDoesNotStart("Another witness");
            assertThat(first.add(LOG.submission(0, 5)).statusCode()).isEqualTo(200);
        }
        witnessed();
    }

    @Test
    void aDirectoryThatOthersCanReachIsRefused() throws IOException {
        TestWitness.start(directory, LOG).close();
        Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxr-x---"));

        assertDoesNotStart("Others than its owner");
    }

    @Test
    void whatCannotBeStoredIsNotCosigned() throws IOException {
        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            witness.add(LOG.submission(0, 5));
            Path moved = directory.resolve("moved");
            Files.move(home(), moved);
            assertThat(witness.add(LOG.submission(5, 9)).statusCode()).isEqualTo(500);
            Files.move(moved, home());

            assertThat(witness.latest(LOG).body()).startsWith(LOG.text(5));
            assertThat(witness.add(LOG.submission(5, 8)).statusCode()).isEqualTo(200);
        }
    }

    private void witnessed() {
        try (TestWitness witness = TestWitness.start(directory, LOG)) {
            int before = witness.latest(LOG).statusCode() == 200 ? 5 : 0;
            assertThat(witness.add(LOG.submission(before, 5)).statusCode()).isEqualTo(200);
        }
    }

    private void assertDoesNotStart(String because) {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestWitness.start(directory, LOG).close())
                .withMessageContaining(because);
    }

    private Path home() {
        return directory.resolve("witness");
    }

    private Path checkpointFile() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".checkpoint"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            return files.toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
