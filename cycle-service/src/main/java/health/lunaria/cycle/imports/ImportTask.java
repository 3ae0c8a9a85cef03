package health.lunaria.cycle.imports;

import health.lunaria.cycle.consent.Consents;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.imports.format.ImportException;
import health.lunaria.cycle.imports.format.ImportFiles;
import health.lunaria.cycle.imports.format.ImportLimits;
import health.lunaria.cycle.imports.format.ImportedDays;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.http.WorkerThread;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.tasks.TaskHandler;
import health.lunaria.safeguards.tasks.TaskRefusedException;
import health.lunaria.safeguards.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads an uploaded file to its end before it stores anything: a broken one changes nothing. Then it adds the days in
 * batches, and after a crash goes on behind the last one.
 */
@ApplicationScoped
class ImportTask implements TaskHandler<ImportInput> {

    /** Half a year: a handful of months are opened and sealed in one transaction. */
    private static final int DAYS_AT_ONCE = 184;

    private final ImportService imports;
    private final FileTransfers transfers;
    private final Consents consents;

    ImportTask(ImportService imports, FileTransfers transfers, Consents consents) {
        this.imports = imports;
        this.transfers = transfers;
        this.consents = consents;
    }

    @Override
    public String kind() {
        return ImportService.KIND;
    }

    @Override
    public Class<ImportInput> inputType() {
        return ImportInput.class;
    }

    @Override
    public Uni<?> run(TaskRun<ImportInput> run) {
        ImportCheckpoint last = run.checkpoint(ImportCheckpoint.class).orElse(ImportCheckpoint.START);
        Uni<ImportCheckpoint> complete =
                last.isComplete() ? Uni.createFrom().item(last) : read(run).chain(imported -> add(run, imported, last));
        return complete.call(end -> run.result(ImportResult.of(end)))
                .call(() -> discard(run))
                .onFailure(BrokenFileException.class)
                .recoverWithUni(broken -> refuse(run, (BrokenFileException) broken));
    }

    private Uni<ImportedDays> read(TaskRun<ImportInput> run) {
        return imports.file(run.key(), run.input())
                .map(file -> file.orElseThrow(() -> new TaskRefusedException("file-gone")))
                .chain(file -> transfers.open(run.key(), ImportService.PURPOSE, file))
                .chain(content -> WorkerThread.run(() -> read(content)));
    }

    private static ImportedDays read(InputStream content) throws IOException {
        try (content) {
            return ImportFiles.read(content, ImportLimits.DEFAULT);
        } catch (ImportException broken) {
            throw new BrokenFileException(broken);
        }
    }

    private Uni<ImportCheckpoint> add(TaskRun<ImportInput> run, ImportedDays imported, ImportCheckpoint last) {
        List<Day> left = imported.days().stream()
                .filter(day -> last.isBefore(day.date()))
                .toList();
        int total = imported.days().size();
        if (left.isEmpty()) {
            ImportCheckpoint complete = last.complete(imported.format(), imported.report());
            return run.progress(total, total, complete).replaceWith(complete);
        }
        List<Day> batch = left.subList(0, Math.min(DAYS_AT_ONCE, left.size()));
        int done = total - left.size() + batch.size();
        return requireConsent(run)
                .chain(() -> imports.add(run.subject(), run.key(), batch))
                .map(counts -> last.after(batch.get(batch.size() - 1).date(), counts))
                .call(next -> run.progress(done, total, next))
                .chain(next -> add(run, imported, next));
    }

    /** Anew before each batch: an import that she handed in before she withdrew or restricted ends where it is. */
    private Uni<Void> requireConsent(TaskRun<ImportInput> run) {
        return consents.require(run.subject())
                .onFailure(Consents::isRefusal)
                .recoverWithUni(refused -> discard(run)
                        .chain(() -> Uni.createFrom()
                                .failure(new TaskRefusedException(
                                        ((ProblemException) refused).type().slug()))));
    }

    private Uni<ImportCheckpoint> refuse(TaskRun<ImportInput> run, BrokenFileException broken) {
        return run.result(ImportResult.brokenAt(broken.line()))
                .call(() -> discard(run))
                .chain(() -> Uni.createFrom().failure(new TaskRefusedException(broken.reason())));
    }

    private Uni<Void> discard(TaskRun<ImportInput> run) {
        return imports.discard(run.key(), run.input())
                .chain(() -> transfers.purge(new FileId(run.input().file())));
    }

    /** Carries what is wrong with a file out of the worker thread. */
    private static final class BrokenFileException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final long line;

        BrokenFileException(ImportException broken) {
            super(broken.reason());
            this.reason = broken.reason();
            this.line = broken.line();
        }

        String reason() {
            return reason;
        }

        long line() {
            return line;
        }
    }
}
