package health.lunaria.safeguards.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import java.util.UUID;

/**
 * The sealed columns of a task, each bound to the task's id. Subject and input never change; progress and checkpoint are
 * bound to the revision, result and problem to the attempt that ended the task: an older one put back does not open.
 */
final class TaskSeals {

    private static final String TABLE = "task";
    private static final int MAX_CHECKPOINT = 1 << 20;
    private static final int MAX_CONTENT = 1 << 24;

    private static final SealedColumn<Subject> SUBJECT = SealedColumn.of(TABLE, "subject", 1, Subject.class);
    private static final SealedColumn<Progress> PROGRESS = SealedColumn.of(TABLE, "progress", 1, Progress.class);
    private static final SealedColumn<Refusal> PROBLEM = SealedColumn.of(TABLE, "problem", 1, Refusal.class);
    private static final SealedColumn<JsonNode> RESULT = SealedColumn.of(TABLE, "result", 1, JsonNode.class);

    private final SubjectKey key;
    private final Locator task;

    TaskSeals(SubjectKey key, UUID task) {
        this.key = key;
        this.task = Locator.ofId(task);
    }

    /** How far a task came. */
    record Progress(int done, int total) {

        static final Progress NONE = new Progress(0, 0);

        Progress {
            if (done < 0 || done > total) {
                throw new IllegalArgumentException("What is done is between nothing and everything");
            }
        }
    }

    private record Refusal(String slug) {}

    byte[] subject(Subject subject) {
        return SUBJECT.seal(key, task, 0, subject);
    }

    Subject subject(byte[] sealed) {
        return SUBJECT.open(key, task, 0, sealed);
    }

    <I> byte[] input(Class<I> type, I input) {
        return bounded(SealedColumn.of(TABLE, "input", 1, type).seal(key, task, 0, input), MAX_CONTENT);
    }

    <I> I input(Class<I> type, byte[] sealed) {
        return SealedColumn.of(TABLE, "input", 1, type).open(key, task, 0, sealed);
    }

    byte[] progress(long revision, Progress progress) {
        return PROGRESS.seal(key, task, revision, progress);
    }

    Progress progress(long revision, byte[] sealed) {
        return sealed == null ? Progress.NONE : PROGRESS.open(key, task, revision, sealed);
    }

    byte[] checkpoint(long revision, Object checkpoint) {
        return checkpoint == null ? null : bounded(seal("checkpoint", revision, checkpoint), MAX_CHECKPOINT);
    }

    <C> C checkpoint(Class<C> type, long revision, byte[] sealed) {
        return SealedColumn.of(TABLE, "checkpoint", 1, type).open(key, task, revision, sealed);
    }

    byte[] result(int attempt, Object result) {
        return bounded(seal("result", attempt, result), MAX_CONTENT);
    }

    TaskOutcome result(int attempt, byte[] sealed) {
        return sealed == null ? null : new TaskOutcome(RESULT.open(key, task, attempt, sealed));
    }

    byte[] problem(int attempt, String slug) {
        return PROBLEM.seal(key, task, attempt, new Refusal(slug));
    }

    String problem(int attempt, byte[] sealed) {
        return PROBLEM.open(key, task, attempt, sealed).slug();
    }

    @SuppressWarnings("unchecked")
    private byte[] seal(String column, long version, Object value) {
        return SealedColumn.of(TABLE, column, 1, (Class<Object>) value.getClass())
                .seal(key, task, version, value);
    }

    private static byte[] bounded(byte[] sealed, int limit) {
        if (sealed.length > limit) {
            throw new IllegalArgumentException("Sealed, a part of a task has at most " + limit + " bytes");
        }
        return sealed;
    }
}
