package health.lunaria.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> LONG = List.of("sleep", "300");

    @TempDir
    Path directory;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void anotherLauncherFindsWhatOneStarted() {
        ProcessHandle process = start(LONG);

        assertThat(processes().find("part")).contains(process);
    }

    @Test
    void whatWasStoppedIsGone() {
        ProcessHandle process = start(LONG);
        processes().stop("part", PATIENCE);

        assertThat(Processes.isAlive(process)).isFalse();
        assertThat(processes().find("part")).isEmpty();
        assertThat(directory.resolve("part.pid")).doesNotExist();
    }

    @Test
    void whoDoesNotListenIsKilled() throws IOException {
        Path ready = directory.resolve("ready");
        ProcessHandle process =
                start(List.of("/bin/sh", "-c", "trap '' TERM; touch " + ready + "; while true; do sleep 0.05; done"));
        await(ready);
        processes().stop("part", Duration.ofMillis(200));

        assertThat(Processes.isAlive(process)).isFalse();
    }

    @Test
    void whatCrashedIsNotFound() {
        start(LONG);
        processes().kill("part");

        assertThat(processes().find("part")).isEmpty();
    }

    @Test
    void aStrangerWithAReusedPidIsNeitherFoundNorStopped() {
        ProcessHandle stranger = start(LONG);
        PrivateFiles.write(directory.resolve("part.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

        assertThat(processes().find("part")).isEmpty();
        processes().stop("part", PATIENCE);
        assertThat(Processes.isAlive(stranger)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12345", "-1 2001-01-01T00:00:00Z", "99999999999999999999 2001-01-01T00:00:00Z"})
    void aRecordThatSaysNothingNamesNoProcess(String record) {
        PrivateFiles.write(directory.resolve("part.pid"), record);

        assertThat(processes().find("part")).isEmpty();
    }

    @Test
    void aProgramThatIsNotThereEndsAtOnceAndItsLogSaysWhy() throws IOException {
        ProcessHandle process = start(List.of("/no/such/program"));

        assertThat(Processes.hasEnded(process, PATIENCE)).isTrue();
        assertThat(Files.readString(directory.resolve("part.log"))).contains("/no/such/program");
    }

    @Test
    void aProcessGetsWhatItIsGivenAndNoSecretOfItsParent() throws IOException {
        ProcessHandle process = start(List.of("env"));
        assertThat(Processes.hasEnded(process, PATIENCE)).isTrue();

        assertThat(Files.readAllLines(directory.resolve("part.log")))
                .contains("GIVEN=value")
                .allMatch(line -> line.matches("(GIVEN|PATH|HOME|LANG|LC_ALL|TMPDIR|USER|PWD|SHLVL|_|OLDPWD)=.*"));
    }

    @Test
    void onlyTheOwnerCanReadALog() throws IOException {
        start(LONG);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("part.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aCommandIsRunToItsEnd() {
        Path log = directory.resolve("run.log");

        assertThat(Processes.run(List.of("/bin/sh", "-c", "echo said; exit 3"), Map.of(), log, PATIENCE))
                .isEqualTo(3);
        assertThat(log).hasContent("said");
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() {
        Path log = directory.resolve("run.log");

        assertThatThrownBy(() -> Processes.run(LONG, Map.of(), log, Duration.ofMillis(100)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("did not end in time");
    }

    private ProcessHandle start(List<String> command) {
        ProcessHandle process =
                processes().start("part", command, Map.of("GIVEN", "value"), directory.resolve("part.log"));
        started.add(process);
        return process;
    }

    private static void await(Path file) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("waited for %s", file).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private Processes processes() {
        return new Processes(directory);
    }
}
