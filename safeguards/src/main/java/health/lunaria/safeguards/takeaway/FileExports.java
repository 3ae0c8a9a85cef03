package health.lunaria.safeguards.takeaway;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.Tasks;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Exports of one kind: tasks that leave an {@link ExportedFile}. Every method belongs to the caller's transaction and records
 * the access in it.
 */
public final class FileExports {

    private final Tasks tasks;
    private final StoredFiles files;
    private final Auditor auditor;
    private final String kind;
    private final String purpose;
    private final String read;
    private final String write;

    /**
     * @param kind of the tasks
     * @param purpose of their files
     * @param thing what an access is recorded of, e.g. {@code cycle.exports}
     */
    public FileExports(Tasks tasks, StoredFiles files, Auditor auditor, String kind, String purpose, String thing) {
        this.tasks = tasks;
        this.files = files;
        this.auditor = auditor;
        this.kind = kind;
        this.purpose = purpose;
        this.read = thing + ".read";
        this.write = thing + ".write";
    }

    /** @return fails with {@code too-many-tasks} (429) when too many are unfinished */
    public Uni<Task> submit(Subject subject, SubjectKey key, Object input) {
        return tasks.submit(subject, key, kind, input)
                .chain(id -> find(key, id))
                .call(() -> auditor.record(subject, write));
    }

    /** The newest ones, without their files. */
    public Uni<List<Task>> list(Subject subject, SubjectKey key, int max) {
        return tasks.list(key, kind, max).call(() -> auditor.record(subject, read));
    }

    /** Fails with 404 if she has no such export. */
    public Uni<Task> read(Subject subject, SubjectKey key, UUID id) {
        return find(key, id).call(() -> auditor.record(subject, read));
    }

    /** The file of a finished export; 404 if it is not finished, or its time is over. */
    public Uni<StoredFile> file(Subject subject, SubjectKey key, ExportedFile exported) {
        return files.find(key, purpose, new FileId(exported.file()))
                .map(found -> found.orElseThrow(FileExports::notFound))
                .call(() -> auditor.record(subject, read));
    }

    /** Stops it if it is under way; its file cannot be found from now on. */
    public Uni<Task> remove(Subject subject, SubjectKey key, UUID id) {
        return find(key, id)
                .call(() -> tasks.cancel(key, id))
                .call(task -> task.result(ExportedFile.class)
                        .map(exported -> files.remove(key.subject(), new FileId(exported.file())))
                        .orElse(Uni.createFrom().voidItem()))
                .call(() -> auditor.record(subject, write));
    }

    /** What is answered where there is no such export or file. */
    public static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }

    private Uni<Task> find(SubjectKey key, UUID id) {
        return tasks.find(key, id)
                .map(found -> found.filter(task -> task.kind().equals(kind)).orElseThrow(FileExports::notFound));
    }
}
