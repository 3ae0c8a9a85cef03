package health.lunaria.cycle.export;

import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.http.WorkerThread;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.tasks.TaskHandler;
import health.lunaria.safeguards.tasks.TaskRefusedException;
import health.lunaria.safeguards.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes an export into a sealed file. What a run that crashed left is deleted when its time is over. */
@ApplicationScoped
class ExportTask implements TaskHandler<ExportInput> {

    /** How long the file can be fetched. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final ExportService exports;
    private final FileTransfers transfers;

    ExportTask(ExportService exports, FileTransfers transfers) {
        this.exports = exports;
        this.transfers = transfers;
    }

    @Override
    public String kind() {
        return ExportService.KIND;
    }

    @Override
    public Class<ExportInput> inputType() {
        return ExportInput.class;
    }

    @Override
    public Uni<?> run(TaskRun<ExportInput> run) {
        Uni<ExportedFile> exported = run.checkpoint(ExportedFile.class)
                .map(before -> Uni.createFrom().item(before))
                .orElseGet(() -> export(run));
        return exported.call(run::result);
    }

    private Uni<ExportedFile> export(TaskRun<ExportInput> run) {
        ExportFormat format =
                ExportFormats.named(run.input().format()).orElseThrow(() -> new TaskRefusedException("unknown-format"));
        return exports.collect(run.subject(), run.key(), run.input())
                .chain(data -> WorkerThread.run(() -> write(format, data)))
                .chain(content -> transfers.upload(
                        run.key(),
                        ExportService.PURPOSE,
                        new ByteArrayInputStream(content),
                        MAX_BYTES,
                        Optional.of(KEPT)))
                .call(file -> exports.finish(run.key(), file))
                .map(file -> new ExportedFile(
                        file.id().text(),
                        format.name(),
                        file.length(),
                        Instant.now().plus(KEPT)))
                .call(file -> run.progress(1, 1, file));
    }

    private static byte[] write(ExportFormat format, ExportData data) throws IOException {
        Bounded out = new Bounded();
        format.write(data, out);
        return out.content.toByteArray();
    }

    /** So much is held in memory, and no more. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (content.size() + length > MAX_BYTES) {
                throw new TaskRefusedException("too-large");
            }
            content.write(bytes, offset, length);
        }
    }
}
