package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFilesTest {

    private static final Instant TAKEN = Instant.parse("2026-11-25T03:04:05Z");
    private static final Duration AGE = Duration.ofDays(35);

    @TempDir
    Path home;

    private Path directory;
    private BackupFiles files;

    @BeforeEach
    void makeDirectory() {
        directory = home.resolve("backups");
        files = new BackupFiles(directory);
    }

    @Test
    void theNameTellsKindAndTime() {
        assertThat(files.standard(BackupKind.DATA, TAKEN)).hasFileName("lunaria-20261125T030405Z.backup");
        assertThat(files.standard(BackupKind.KEYRING, TAKEN)).hasFileName("keyring-20261125T030405Z.backup");
    }

    @Test
    void aBackupIsForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("a.backup");

        BackupFiles.write(file, out -> out.write(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void oneThatFailsLeavesNothing() throws IOException {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> BackupFiles.write(directory.resolve("a.backup"), out -> {
                    out.write(1);
                    throw new IOException("the disk is full");
                }));

        assertThat(names()).isEmpty();
    }

    @Test
    void noneIsOverwritten() throws IOException {
        Path file = directory.resolve("a.backup");
        Files.writeString(file, "kept");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> BackupFiles.write(file, out -> out.write(1)))
                .withMessageContaining("never overwritten");
        assertThat(file).hasContent("kept");
    }

    @Test
    void noneTakesAPlaceThatWasTakenMeanwhile() throws IOException {
        Path file = directory.resolve("a.backup");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> BackupFiles.write(file, out -> Files.writeString(file, "the other's")));
        assertThat(file).hasContent("the other's");
        assertThat(names()).containsExactly("a.backup");
    }

    @Test
    void keyringsAreLockedUntilTheTimeTheyName() throws IOException {
        Path file = put(BackupKind.KEYRING, Optional.of(TAKEN.plus(Duration.ofDays(13))));

        assertThat(files.clean(
                                Duration.ofDays(1),
                                TAKEN.plus(Duration.ofDays(13)).minusMillis(1))
                        .deleted())
                .isEmpty();
        assertThat(file).exists();
        assertThat(files.clean(AGE, TAKEN.plus(Duration.ofDays(13))).deleted()).containsExactly(file);
        assertThat(file).doesNotExist();
    }

    @Test
    void dataGoesByItsAge() throws IOException {
        Path file = put(BackupKind.DATA, Optional.empty());

        assertThat(files.clean(AGE, TAKEN.plus(AGE)).deleted()).isEmpty();
        assertThat(files.clean(AGE, TAKEN.plus(AGE).plusSeconds(1)).deleted()).containsExactly(file);
    }

    @Test
    void whatIsNoBackupIsLeftAndTold() throws IOException {
        Path strange = Files.writeString(directory.resolve("lunaria-of-somebody.backup"), "something");
        Files.writeString(directory.resolve("notes.txt"), "something else");

        BackupFiles.Cleaning cleaning = files.clean(AGE, TAKEN);

        assertThat(cleaning.strange()).containsExactly(strange);
        assertThat(names()).containsExactly("lunaria-of-somebody.backup", "notes.txt");
    }

    @Test
    void whatACrashLeftUnfinishedGoes() throws IOException {
        Files.writeString(directory.resolve(".unfinished-1.backup"), "half");

        files.clean(AGE, TAKEN);

        assertThat(names()).isEmpty();
    }

    @Test
    void howLongDataIsKeptCanBeSaid() {
        assertThat(BackupCommand.dataRetention(Map.of())).isEqualTo(AGE);
        assertThat(BackupCommand.dataRetention(Map.of("LUNARIA_BACKUP_DAYS", "7")))
                .isEqualTo(Duration.ofDays(7));
        for (String wrong : new String[] {"", "0", "-1", "1.5", "99999", "seven"}) {
            assertThatExceptionOfType(LauncherException.class)
                    .isThrownBy(() -> BackupCommand.dataRetention(Map.of("LUNARIA_BACKUP_DAYS", wrong)));
        }
    }

    private Path put(BackupKind kind, Optional<Instant> until) throws IOException {
        BackupHeader header = new BackupHeader(kind, new UUID(1, 2), TAKEN, until, "key", new byte[1]);
        return Files.write(files.standard(kind, TAKEN), header.encode());
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
