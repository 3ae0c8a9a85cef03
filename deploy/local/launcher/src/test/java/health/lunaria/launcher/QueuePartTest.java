package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.launcher.QueuePart.DeadLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePartTest {

    @TempDir
    Path directory;

    private Home home;
    private QueuePart queue;

    @BeforeEach
    void makePart() {
        home = Home.of(directory, Map.of("LUNARIA_HOME", "home"));
        queue = new QueuePart(home, new Ports(home.in("ports.properties")));
    }

    @Test
    void keepsItsDataInADirectoryThatOnlyItsOwnerCanRead() throws IOException {
        queue.prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.in("queue"))))
                .isEqualTo("rwx------");
        assertThat(queue.command()).contains("-Dqueue.directory=" + home.in("queue"));
    }

    @Test
    void eachServiceIsToldOfItsOwnQueueOnTheLoopbackInterface() {
        assertThat(queue.settings("cycle-service"))
                .containsEntry(
                        "lunaria.tasks.queue-url", "http://127.0.0.1:" + queue.port() + "/000000000000/cycle-tasks")
                .containsEntry("lunaria.sqs.endpoint", "http://127.0.0.1:" + queue.port());
        assertThat(queue.settings("profile-service"))
                .containsEntry(
                        "lunaria.tasks.queue-url", "http://127.0.0.1:" + queue.port() + "/000000000000/profile-tasks");
    }

    @Test
    void isNotReadyWhileNobodyListens() {
        assertThat(queue.isReady()).isFalse();
    }

    @Test
    void tellsHowManyWereGivenUpAndSinceWhen() {
        Instant since = Instant.parse("2026-11-24T10:00:00Z");

        assertThat(TasksCommand.line(new DeadLetters("cycle-service", 3, Optional.of(since)), false))
                .isEqualTo("  cycle-service  3 given up, the oldest seen from 2026-11-24T10:00:00Z");
        assertThat(TasksCommand.line(new DeadLetters("cycle-service", 0, Optional.empty()), true))
                .isEqualTo("  cycle-service  0 put back");
    }
}
