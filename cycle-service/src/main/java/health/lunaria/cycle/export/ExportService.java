package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.prediction.PredictionAnswer;
import health.lunaria.cycle.prediction.PredictionService;
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
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The steps of an export that touch the database: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ExportService {

    static final String KIND = "cycle.export";
    static final String PURPOSE = "export";

    private final Tasks tasks;
    private final StoredFiles files;
    private final CycleService cycles;
    private final PredictionService predictions;
    private final Auditor auditor;

    ExportService(Tasks tasks, StoredFiles files, CycleService cycles, PredictionService predictions, Auditor auditor) {
        this.tasks = tasks;
        this.files = files;
        this.cycles = cycles;
        this.predictions = predictions;
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Task> submit(Subject subject, SubjectKey key, ExportInput input) {
        return tasks.submit(subject, key, KIND, input)
                .chain(id -> find(key, id))
                .call(() -> auditor.record(subject, "cycle.exports.write"));
    }

    /** Fails with 404 if she has no such export. */
    @WithTransaction
    Uni<Task> read(Subject subject, SubjectKey key, UUID id) {
        return find(key, id).call(() -> auditor.record(subject, "cycle.exports.read"));
    }

    /** What there is to write. */
    @WithTransaction
    Uni<ExportData> collect(Subject subject, SubjectKey key, ExportInput input) {
        return cycles.history(subject, key, "cycle.days.export")
                .chain(history -> predictions.predict(key, history).map(answer -> data(history, answer, input)));
    }

    @WithTransaction
    Uni<Void> finish(SubjectKey key, StoredFile file) {
        return files.finish(key, file);
    }

    /** The file of a finished export; 404 if it is not finished, or its time is over. */
    @WithTransaction
    Uni<StoredFile> file(Subject subject, SubjectKey key, ExportedFile exported) {
        return files.find(key, PURPOSE, new FileId(exported.file()))
                .map(found -> found.orElseThrow(ExportService::notFound))
                .call(() -> auditor.record(subject, "cycle.exports.read"));
    }

    /** Stops it if it is under way; its file cannot be found from now on. */
    @WithTransaction
    Uni<Task> remove(Subject subject, SubjectKey key, UUID id) {
        return find(key, id)
                .call(() -> tasks.cancel(key, id))
                .call(task -> task.result(ExportedFile.class)
                        .map(exported -> files.remove(key.subject(), new FileId(exported.file())))
                        .orElse(Uni.createFrom().voidItem()))
                .call(() -> auditor.record(subject, "cycle.exports.write"));
    }

    private Uni<Task> find(SubjectKey key, UUID id) {
        return tasks.find(key, id)
                .map(found -> found.filter(task -> task.kind().equals(KIND)).orElseThrow(ExportService::notFound));
    }

    static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }

    private static ExportData data(LoggedHistory history, PredictionAnswer prediction, ExportInput input) {
        List<Day> logged = history.days();
        LocalDate today = LocalDate.ofInstant(input.made(), ZoneOffset.UTC);
        LocalDate from = input.from() != null
                ? input.from()
                : logged.isEmpty() ? today : logged.get(0).date();
        LocalDate last =
                logged.isEmpty() ? today : logged.get(logged.size() - 1).date();
        LocalDate to = input.to() != null ? input.to() : last.isBefore(from) ? from : last;
        return new ExportData(
                logged.stream()
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList(),
                history.cycles(),
                prediction,
                from.isAfter(to) ? to : from,
                to,
                Locale.forLanguageTag(input.language()),
                input.made(),
                input.includeNotes());
    }
}
