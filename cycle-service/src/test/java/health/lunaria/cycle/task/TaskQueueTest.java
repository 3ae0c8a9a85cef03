package health.lunaria.cycle.task;

import static health.lunaria.cycle.task.TaskDesk.until;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.cycle.task.TestTasks.Input;
import health.lunaria.cycle.task.TestTasks.Output;
import health.lunaria.cycle.task.TestTasks.Seen;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.TaskState;
import health.lunaria.safeguards.testing.QueueTestResource;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestQueue;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks against a real database and a real queue. Every user has her own, so that the tests do not meet. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(QueueTestResource.class)
class TaskQueueTest {

    private static final String MARKER = "mArKeR4711";

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());
    private final TestQueue queue = TestQueue.start();

    @Inject
    TaskDesk desk;

    @Inject
    Pseudonyms pseudonyms;

    /** A test that failed must not leave a lane behind a closed gate. */
    @AfterEach
    void openGates() {
        TestTasks.openAll();
    }

    @Test
    void aSubmittedTaskIsDoneAndLeavesItsResult() {
        UUID id = desk.submit("submits", Input.of("what she wrote"));

        Task task = desk.awaitState("submits", id, TaskState.DONE);

        assertThat(task.done()).isEqualTo(2);
        assertThat(task.total()).isEqualTo(3);
        assertThat(task.attempt()).isEqualTo(1);
        assertThat(task.problem()).isNull();
        Output output = task.result(Output.class).orElseThrow();
        assertThat(output.text().disclose()).isEqualTo("what she wrote");
        assertThat(output.date()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(TestTasks.runsOf(id)).containsExactly(new Seen(1, "submits", 0));
    }

    @Test
    void aSubmissionRollsBackWithItsTransaction() {
        assertThatIllegalStateException().isThrownBy(() -> desk.submitAndRollBack("rolls-back", Input.of("x")));

        assertThat(data.number("select count(*) from task where subject_ref = ?", (Object) ref("rolls-back")))
                .isZero();
    }

    @Test
    void aKindWithoutHandlerOrAnotherInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> desk.submit("mistakes", "no input of the handler"));
    }

    @Test
    void tooManyUnfinishedTasksAreRefusedUntilOneEnds() {
        UUID first = null;
        for (int i = 0; i < 5; i++) {
            UUID id = desk.submit("too-many", Input.gated("too-many-" + i));
            first = first == null ? id : first;
        }

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.submit("too-many", Input.of("x")))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(CommonProblem.TOO_MANY_TASKS));

        assertThat(desk.cancel("too-many", first)).isTrue();
        UUID sixth = desk.submit("too-many", Input.of("x"));
        for (int i = 0; i < 5; i++) {
            TestTasks.open("too-many-" + i);
        }
        desk.awaitState("too-many", sixth, TaskState.DONE);
    }

    @Test
    void aFailedAttemptIsRepeatedFromItsCheckpoint() {
        UUID id = desk.submit("retries", Input.failing(2));

        Task task = desk.awaitState("retries", id, TaskState.DONE);

        assertThat(task.attempt()).isEqualTo(3);
        assertThat(TestTasks.runsOf(id))
                .containsExactly(new Seen(1, "retries", 0), new Seen(2, "retries", 2), new Seen(3, "retries", 4));
    }

    @Test
    void aRefusedTaskFailsAtOnceWithItsSlugAndItsResult() {
        UUID id = desk.submit("refused", Input.refused("unknown-format"));

        Task task = desk.awaitState("refused", id, TaskState.FAILED);

        assertThat(task.problem()).isEqualTo("unknown-format");
        assertThat(task.result(Output.class)).isPresent();
        assertThat(TestTasks.runsOf(id)).hasSize(1);
    }

    @Test
    void aTaskThatAlwaysFailsIsGivenUpAndDoneWhenItsDeadLetterIsPutBack() {
        UUID id = desk.submit("gives-up", Input.failing(5));

        Task given = desk.awaitState("gives-up", id, TaskState.FAILED);
        assertThat(given.problem()).isEqualTo(Task.GAVE_UP);
        assertThat(given.attempt()).isEqualTo(5);
        until(() -> queue.deadLetters() == 1);

        queue.putBackDeadLetters();

        Task task = desk.awaitState("gives-up", id, TaskState.DONE);
        assertThat(task.attempt()).isEqualTo(6);
        assertThat(queue.deadLetters()).isZero();
    }

    @Test
    void messagesOfOneTaskMakeOneRun() {
        UUID id = desk.submit("message-twice", Input.gated("message-twice"));
        until(() -> TestTasks.runsOf(id).size() == 1);

        queue.send(id.toString());
        queue.send(id.toString());
        until(() -> queue.size() >= 3);
        TestTasks.open("message-twice");

        desk.awaitState("message-twice", id, TaskState.DONE);
        until(() -> queue.size() == 0);
        assertThat(TestTasks.runsOf(id)).hasSize(1);
    }

    @Test
    void aMessageOfNoTaskIsDeleted() {
        queue.send(UUID.randomUUID().toString());
        queue.send("no id at all");

        until(() -> queue.size() == 0);
        assertThat(queue.deadLetters()).isZero();
    }

    /** As after the death of the process that ran it: its lease runs out, and what it stored is there. */
    @Test
    void aRunWhoseLeaseRanOutIsTakenOverAndMayNotWriteAnyMore() {
        UUID id = desk.submit("takes-over", Input.gated("takes-over"));
        until(() -> TestTasks.runsOf(id).size() == 1
                && desk.find("takes-over", id).orElseThrow().done() == 1);
        // Later than the attempt that runs here, so that its heartbeat finds the task with somebody else.
        data.change("update task set attempt = attempt + 1, lease_until = now() where id = ?", id);

        queue.send(id.toString());
        until(() -> TestTasks.runsOf(id).size() == 2);
        TestTasks.open("takes-over");

        Task task = desk.awaitState("takes-over", id, TaskState.DONE);
        assertThat(task.attempt()).isEqualTo(3);
        assertThat(TestTasks.runsOf(id)).containsExactly(new Seen(1, "takes-over", 0), new Seen(3, "takes-over", 1));
        until(() -> queue.size() == 0);
    }

    @Test
    void aLongRunKeepsItsLease() {
        UUID id = desk.submit("long-run", Input.gated("long-run"));
        until(() -> TestTasks.runsOf(id).size() == 1);
        // Twice as long as the lease: without the heartbeat another lane would take it.
        long end = data.number("select extract(epoch from now() + interval '6 seconds')::bigint");
        until(() -> data.number("select extract(epoch from now())::bigint") > end);

        assertThat(TestTasks.runsOf(id)).hasSize(1);
        TestTasks.open("long-run");

        assertThat(desk.awaitState("long-run", id, TaskState.DONE).attempt()).isEqualTo(1);
    }

    @Test
    void aCancelledRunStopsAndItsMessageGoes() {
        UUID id = desk.submit("cancels", Input.gated("cancels"));
        until(() -> TestTasks.runsOf(id).size() == 1);

        assertThat(desk.cancel("cancels", id)).isTrue();
        assertThat(desk.cancel("cancels", id)).isFalse();
        TestTasks.open("cancels");

        until(() -> queue.size() == 0);
        Task task = desk.find("cancels", id).orElseThrow();
        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task.done()).isEqualTo(1);
        assertThat(task.result(Output.class)).isEmpty();
    }

    @Test
    void whatIsSubmittedWhileTheQueueIsAwayIsDoneLater() {
        UUID[] id = new UUID[1];
        queue.whileAway(() -> {
            id[0] = desk.submit("queue-away", Input.of("patient"));
            assertThat(desk.find("queue-away", id[0]).orElseThrow().state()).isEqualTo(TaskState.WAITING);
            assertThat(data.number("select count(*) from task_outbox where task_id = ?", id[0]))
                    .isOne();
        });

        desk.awaitState("queue-away", id[0], TaskState.DONE);
    }

    @Test
    void aTaskWhoseMessageWasLostIsHandedOverAgain() {
        UUID id = desk.submit("lost-message", Input.gated("lost-message"));
        until(() -> TestTasks.runsOf(id).size() == 1);
        data.change(
                "update task set attempt = attempt + 1, lease_until = now() - interval '1 minute',"
                        + " queued_at = now() - interval '2 hours' where id = ?",
                id);
        TestTasks.open("lost-message");

        assertThat(desk.awaitState("lost-message", id, TaskState.DONE).attempt())
                .isEqualTo(3);
    }

    @Test
    void aTaskThatKilledItsWorkerInEveryAttemptIsGivenUp() {
        UUID id = desk.submit("kills", Input.gated("kills"));
        until(() -> TestTasks.runsOf(id).size() == 1);
        data.change(
                "update task set attempt = 7, lease_until = now() - interval '1 minute',"
                        + " queued_at = now() - interval '2 hours' where id = ?",
                id);

        assertThat(desk.awaitState("kills", id, TaskState.FAILED).problem()).isEqualTo(Task.GAVE_UP);
        data.change("delete from task where id = ?", id);
        TestTasks.open("kills");
        until(() -> queue.size() == 0);
    }

    @Test
    void somebodyElsesTaskIsAbsent() {
        UUID id = desk.submit("owner", Input.of("hers"));

        assertThat(desk.find("stranger", id)).isEmpty();
        assertThat(desk.cancel("stranger", id)).isFalse();
        assertThat(desk.list("stranger", 100)).isEmpty();
        assertThat(desk.list("owner", 100)).extracting(Task::id).containsExactly(id);
        desk.awaitState("owner", id, TaskState.DONE);
    }

    @Test
    void aSealedRowMovedToAnotherTaskDoesNotOpen() {
        UUID one = desk.submit("moves", Input.of("one"));
        UUID other = desk.submit("moves", Input.of("other"));
        desk.awaitState("moves", one, TaskState.DONE);
        desk.awaitState("moves", other, TaskState.DONE);

        data.change("update task set result = (select result from task where id = ?) where id = ?", one, other);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> desk.find("moves", other));

        data.change("update task set progress = (select progress from task where id = ?) where id = ?", other, one);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> desk.find("moves", one));
    }

    @Test
    void anInputThatWasTamperedWithIsGivenUpWithoutARun() {
        UUID[] ids = new UUID[2];
        queue.whileAway(() -> {
            ids[0] = desk.submit("tampered", Input.of("one"));
            ids[1] = desk.submit("tampered", Input.of("other"));
            data.change("update task set input = (select input from task where id = ?) where id = ?", ids[0], ids[1]);
        });

        assertThat(desk.awaitState("tampered", ids[1], TaskState.FAILED).problem())
                .isEqualTo(Task.GAVE_UP);
        desk.awaitState("tampered", ids[0], TaskState.DONE);
        assertThat(TestTasks.runsOf(ids[1])).isEmpty();
        until(() -> queue.size() == 0);
    }

    /** Erased before any key of hers was kept in memory here: her row in the keyring is all there is. */
    @Test
    void aTaskOfAnErasedPersonFailsAndGivesHerNoNewKey() {
        UUID id = UUID.randomUUID();
        byte[] erased = ref("erased");
        data.change(
                "insert into task (id, subject_ref, kind, state, attempt, revision, created_at, updated_at, queued_at,"
                        + " subject, input) values (?, ?, 'test.task', 'WAITING', 0, 0, now(), now(), now(), '', '')",
                id,
                erased);

        queue.send(id.toString());

        until(() -> data.number("select count(*) from task where id = ? and state = 'FAILED'", id) == 1);
        until(() -> queue.size() == 0);
        assertThat(queue.deadLetters()).isZero();
        assertThat(keyring.number("select count(*) from subject_key where subject_ref = ?", (Object) erased))
                .isZero();
    }

    @Test
    void finishedTasksAreDeletedAfterTheirTime() {
        UUID id = desk.submit("old", Input.of("x"));
        desk.awaitState("old", id, TaskState.DONE);

        data.change("update task set updated_at = now() - interval '31 days' where id = ?", id);

        until(() -> desk.find("old", id).isEmpty());
    }

    @Test
    void theQueueHoldsIdsAndNothingAboutAnybody() {
        UUID id = desk.submit(MARKER, new Input(Sensitive.of(MARKER), 0, MARKER, null));
        until(() -> TestTasks.runsOf(id).size() == 1);
        // It writes to its disk a moment later.
        until(() -> queue.files().stream().anyMatch(file -> content(file).contains(id.toString())));

        assertThat(queue.files())
                .allSatisfy(
                        file -> assertThat(content(file)).doesNotContain(MARKER).doesNotContain("test.task"));
        TestTasks.open(MARKER);
        desk.awaitState(MARKER, id, TaskState.DONE);
        assertThat(new String(data.bytes("select input from task where id = ?", id), ISO_8859_1))
                .doesNotContain(MARKER);
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] ref(String user) {
        return pseudonyms.of(new Subject(user)).bytes();
    }
}
