package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.prediction.PredictionAnswer;
import health.lunaria.cycle.prediction.PredictionService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.takeaway.FileExports;
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

    private final FileExports exports;
    private final StoredFiles files;
    private final CycleService cycles;
    private final PredictionService predictions;

    ExportService(Tasks tasks, StoredFiles files, CycleService cycles, PredictionService predictions, Auditor auditor) {
        this.exports = new FileExports(tasks, files, auditor, KIND, PURPOSE, "cycle.exports");
        this.files = files;
        this.cycles = cycles;
        this.predictions = predictions;
    }

    @WithTransaction
    Uni<Task> submit(Subject subject, SubjectKey key, ExportInput input) {
        return exports.submit(subject, key, input);
    }

    /** Fails with 404 if she has no such export. */
    @WithTransaction
    Uni<Task> read(Subject subject, SubjectKey key, UUID id) {
        return exports.read(subject, key, id);
    }

    /** What there is to write, for her. */
    @WithTransaction
    Uni<ExportData> collect(Subject subject, SubjectKey key, ExportInput input) {
        return collect(subject, key, Actor.self(), input);
    }

    /** The same, for a service that asks on her behalf. */
    @WithTransaction
    Uni<ExportData> collect(Subject subject, SubjectKey key, Actor actor, ExportInput input) {
        return cycles.history(subject, key, actor, "cycle.days.export")
                .chain(history -> predictions.predict(key, history).map(answer -> data(history, answer, input)));
    }

    @WithTransaction
    Uni<Void> finish(SubjectKey key, StoredFile file) {
        return files.finish(key, file);
    }

    /** The file of a finished export; 404 if it is not finished, or its time is over. */
    @WithTransaction
    Uni<StoredFile> file(Subject subject, SubjectKey key, ExportedFile exported) {
        return exports.file(subject, key, exported);
    }

    /** Stops it if it is under way; its file cannot be found from now on. */
    @WithTransaction
    Uni<Task> remove(Subject subject, SubjectKey key, UUID id) {
        return exports.remove(subject, key, id);
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
