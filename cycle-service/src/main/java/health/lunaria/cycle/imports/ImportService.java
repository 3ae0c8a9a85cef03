package health.lunaria.cycle.imports;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayMonths;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.revision.Revisions;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.Tasks;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of an import that touch the database: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ImportService {

    static final String KIND = "cycle.import";
    static final String PURPOSE = "import";

    private final Tasks tasks;
    private final StoredFiles files;
    private final Revisions revisions;
    private final DayMonths months;
    private final Auditor auditor;

    ImportService(Tasks tasks, StoredFiles files, Revisions revisions, DayMonths months, Auditor auditor) {
        this.tasks = tasks;
        this.files = files;
        this.revisions = revisions;
        this.months = months;
        this.auditor = auditor;
    }

    /** Takes an uploaded file in, to be imported later. */
    @WithTransaction
    Uni<Task> submit(Subject subject, SubjectKey key, StoredFile file) {
        return files.finish(key, file)
                .chain(() -> tasks.submit(
                        subject, key, KIND, new ImportInput(file.id().text())))
                .chain(id -> find(key, id))
                .call(() -> auditor.record(subject, "cycle.imports.write"));
    }

    /** Fails with 404 if she has no such import. */
    @WithTransaction
    Uni<Task> read(Subject subject, SubjectKey key, UUID id) {
        return find(key, id).call(() -> auditor.record(subject, "cycle.imports.read"));
    }

    /** What was imported before stays. */
    @WithTransaction
    Uni<Task> cancel(Subject subject, SubjectKey key, UUID id) {
        return find(key, id)
                .call(() -> tasks.cancel(key, id))
                .chain(() -> find(key, id))
                .call(() -> auditor.record(subject, "cycle.imports.write"));
    }

    @WithTransaction
    Uni<Optional<StoredFile>> file(SubjectKey key, ImportInput input) {
        return files.find(key, PURPOSE, new FileId(input.file()));
    }

    /** Adds a batch of days to what is logged. */
    @WithTransaction
    Uni<ImportCounts> add(Subject subject, SubjectKey key, List<Day> days) {
        return revisions
                .next(key.subject())
                .map(revision -> new ImportMerge(days, revision))
                .call(merge -> months.change(key, merge.revision(), merge.dates(), merge))
                .map(ImportMerge::counts)
                .call(() -> auditor.record(subject, "cycle.days.import"));
    }

    @WithTransaction
    Uni<Void> discard(SubjectKey key, ImportInput input) {
        return files.remove(key.subject(), new FileId(input.file()));
    }

    private Uni<Task> find(SubjectKey key, UUID id) {
        return tasks.find(key, id)
                .map(found -> found.filter(task -> task.kind().equals(KIND))
                        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
