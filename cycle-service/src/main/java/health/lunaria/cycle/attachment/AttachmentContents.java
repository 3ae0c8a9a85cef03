package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileReader;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/** The order of steps around an attachment's content: row, object, row. Its calls begin on the event loop. */
@ApplicationScoped
public class AttachmentContents {

    static final String PURPOSE = "attachment";
    static final long MAX_BYTES = 20L * 1024 * 1024;

    private final SubjectKeys keys;
    private final FileTransfers transfers;
    private final AttachmentService attachments;

    AttachmentContents(SubjectKeys keys, FileTransfers transfers, AttachmentService attachments) {
        this.keys = keys;
        this.transfers = transfers;
        this.attachments = attachments;
    }

    /** An attachment and its content, to be closed. */
    record Opened(Attachment attachment, InputStream content) {

        @Override
        public String toString() {
            return "Opened[redacted]";
        }
    }

    Uni<Attachment> store(Subject subject, LocalDate date, FileType type, InputStream content) {
        return keys.using(
                subject,
                key -> transfers
                        .upload(key, PURPOSE, content, MAX_BYTES, Optional.empty())
                        .chain(file -> Uni.createFrom()
                                .deferred(() -> attachments.add(subject, key, file, date, type))
                                .onFailure()
                                .call(() -> transfers.discard(file.id()))));
    }

    Uni<Opened> open(Subject subject, FileId id) {
        return keys.using(
                subject,
                key -> attachments
                        .get(subject, key, id)
                        .chain(attachment -> transfers
                                .open(key, PURPOSE, new StoredFile(id, attachment.size()))
                                .map(content -> new Opened(attachment, content))));
    }

    /** Opens one after the other, on a worker thread. To be closed. */
    public FileReader reader(SubjectKey key) {
        return transfers.reader(key, PURPOSE);
    }

    Uni<Void> delete(Subject subject, FileId id) {
        return keys.using(subject, key -> attachments.remove(subject, key, id)).call(() -> transfers.purge(id));
    }
}
