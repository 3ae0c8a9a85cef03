package health.lunaria.profile.export;

import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileReader;
import health.lunaria.safeguards.files.FileTooLargeException;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.takeaway.ArchiveTooLargeException;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.takeaway.ZipInput;
import health.lunaria.safeguards.tasks.TaskHandler;
import health.lunaria.safeguards.tasks.TaskRefusedException;
import health.lunaria.safeguards.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes the archive of everything: fetches each service's part, one after the other, then packs them. After a failure another
 * attempt goes on behind the last part; there is never an archive without one.
 */
@ApplicationScoped
class ArchiveTask implements TaskHandler<ArchiveInput> {

    static final String FORMAT = "zip";

    private final ExportService exports;
    private final Parts parts;
    private final FileTransfers transfers;
    private final ArchiveConfig config;

    ArchiveTask(ExportService exports, Parts parts, FileTransfers transfers, ArchiveConfig config) {
        this.exports = exports;
        this.parts = parts;
        this.transfers = transfers;
        this.config = config;
    }

    @Override
    public String kind() {
        return ExportService.KIND;
    }

    @Override
    public Class<ArchiveInput> inputType() {
        return ArchiveInput.class;
    }

    @Override
    public Uni<?> run(TaskRun<ArchiveInput> run) {
        ArchiveCheckpoint last = run.checkpoint(ArchiveCheckpoint.class).orElse(ArchiveCheckpoint.START);
        Uni<ArchiveCheckpoint> packed = last.archive() != null
                ? Uni.createFrom().item(last)
                : exports.stillThere(run.key(), last).chain(found -> goOn(run, found));
        return packed.call(end -> run.result(end.archive()))
                .onFailure(ArchiveTask::isTooLarge)
                .transform(tooLarge -> new TaskRefusedException("too-large"));
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof FileTooLargeException || failure instanceof ArchiveTooLargeException;
    }

    private Uni<ArchiveCheckpoint> goOn(TaskRun<ArchiveInput> run, ArchiveCheckpoint soFar) {
        return run.progress(soFar.done(), ArchiveCheckpoint.STEPS, soFar)
                .chain(() -> soFar.nextSource()
                        .map(source -> fetch(run, soFar, source))
                        .orElseGet(() -> pack(run, soFar)));
    }

    private Uni<ArchiveCheckpoint> fetch(TaskRun<ArchiveInput> run, ArchiveCheckpoint soFar, Source source) {
        return parts.fetch(run.subject(), run.key(), source).chain(part -> goOn(run, soFar.with(source, part)));
    }

    private Uni<ArchiveCheckpoint> pack(TaskRun<ArchiveInput> run, ArchiveCheckpoint all) {
        return upload(run, all)
                .call(file -> exports.finish(run.subject(), run.key(), file, all.parts())
                        .onFailure()
                        .call(() -> transfers.discard(file.id())))
                .map(file -> all.packed(exported(file)))
                .call(packed -> run.progress(packed.done(), ArchiveCheckpoint.STEPS, packed))
                .call(() -> purge(all.parts()));
    }

    private Uni<StoredFile> upload(TaskRun<ArchiveInput> run, ArchiveCheckpoint all) {
        return Uni.createFrom().deferred(() -> {
            FileReader reader = transfers.reader(run.key(), ExportService.PART);
            ArchiveFiles files =
                    new ArchiveFiles(reader, all.parts(), run.input().made());
            ZipInput archive = new ZipInput(files, files);
            return transfers
                    .upload(
                            run.key(),
                            ExportService.PURPOSE,
                            archive,
                            Source.ALL.size() * config.maxPartBytes(),
                            Optional.of(config.kept()))
                    .onTermination()
                    .invoke(() -> Parts.close(archive));
        });
    }

    private ExportedFile exported(StoredFile file) {
        return new ExportedFile(
                file.id().text(), FORMAT, file.length(), Instant.now().plus(config.kept()));
    }

    private Uni<Void> purge(List<ArchiveCheckpoint.Part> fetched) {
        return fetched.isEmpty()
                ? Uni.createFrom().voidItem()
                : transfers
                        .purge(new FileId(fetched.get(0).file()))
                        .chain(() -> purge(fetched.subList(1, fetched.size())));
    }
}
