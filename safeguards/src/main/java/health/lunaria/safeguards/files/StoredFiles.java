package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of stored files: a row is committed before its object is written, says "stored" when the feature's own row is
 * committed, and goes after the object. What a crash leaves in between, {@link FileCleanUp} removes. {@link #finish},
 * {@link #find} and {@link #remove} belong to the caller's transaction.
 */
@ApplicationScoped
@IfBuildProperty(name = "lunaria.files.enabled", stringValue = "true")
public class StoredFiles {

    private static final SealedColumn<Content> CONTENT = SealedColumn.of("stored_file", "sealed", 1, Content.class);

    private final StoredFileRows rows;
    private final Clock clock = Clock.systemUTC();

    StoredFiles(StoredFileRows rows) {
        this.rows = rows;
    }

    /** What is known of the content. */
    record Content(long length) {

        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    /** @param keep after which time the file is deleted without anybody asking for it; empty: never */
    @WithTransaction
    Uni<FileId> begin(SubjectRef subject, String purpose, Optional<Duration> keep) {
        Instant now = clock.instant();
        FileId id = FileId.random();
        Instant expiry = keep.map(now::plus).orElse(null);
        return rows.persist(new StoredFileRow(id, subject.bytes(), purpose, now, expiry))
                .replaceWith(id);
    }

    /**
     * The file is there to stay. Fails if its upload was given up meanwhile. Call it in the transaction that stores what
     * refers to the file.
     */
    @WithTransaction
    public Uni<Void> finish(SubjectKey key, StoredFile file) {
        byte[] sealed = CONTENT.seal(key, file.id().locator(), 0, new Content(file.length()));
        return rows.update(
                        "state = ?1, sealed = ?2 where id = ?3 and subjectRef = ?4 and state = ?5",
                        StoredFileRow.STORED,
                        sealed,
                        file.id().text(),
                        key.subject().bytes(),
                        StoredFileRow.UPLOADING)
                .invoke(StoredFiles::failIfNone)
                .replaceWithVoid();
    }

    private static void failIfNone(int changed) {
        if (changed == 0) {
            throw new FilesUnavailableException("An upload was given up before it was finished", null);
        }
    }

    /** The subject's stored file of that purpose; empty if there is none, or its time is over. */
    @WithTransaction
    public Uni<Optional<StoredFile>> find(SubjectKey key, String purpose, FileId id) {
        return rows.find(
                        "id = ?1 and subjectRef = ?2 and purpose = ?3 and state = ?4"
                                + " and (expiresAt is null or expiresAt > ?5)",
                        id.text(),
                        key.subject().bytes(),
                        purpose,
                        StoredFileRow.STORED,
                        clock.instant())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(found -> open(key, id, found)));
    }

    private static StoredFile open(SubjectKey key, FileId id, StoredFileRow row) {
        return new StoredFile(id, CONTENT.open(key, id.locator(), 0, row.sealed).length());
    }

    /** From now on nobody finds the file; {@link FileTransfers#purge} after the transaction deletes its object. */
    @WithTransaction
    public Uni<Void> remove(SubjectRef subject, FileId id) {
        return rows.update(
                        "state = ?1 where id = ?2 and subjectRef = ?3",
                        StoredFileRow.DELETED,
                        id.text(),
                        subject.bytes())
                .replaceWithVoid();
    }

    /** The same for all files of the subject; {@link FileCleanUp} deletes their objects. */
    @WithTransaction
    public Uni<Integer> removeAll(SubjectRef subject) {
        return rows.update("state = ?1 where subjectRef = ?2 and state <> ?1", StoredFileRow.DELETED, subject.bytes());
    }

    /**
     * Gives up an upload.
     *
     * @return whether the file is not stored: then its object is nobody's, even if the clean-up forgot the row before
     */
    @WithTransaction
    Uni<Boolean> giveUp(FileId id) {
        return rows.update(
                        "state = ?1 where id = ?2 and state = ?3",
                        StoredFileRow.DELETED,
                        id.text(),
                        StoredFileRow.UPLOADING)
                .chain(() -> rows.count("id = ?1 and state = ?2", id.text(), StoredFileRow.STORED))
                .map(stored -> stored == 0);
    }

    /** Forgets files whose object is gone. */
    @WithTransaction
    Uni<Void> forget(FileId id) {
        return rows.delete("id = ?1 and state <> ?2", id.text(), StoredFileRow.STORED)
                .replaceWithVoid();
    }

    /** Gives up uploads that began before, and files whose time is over. */
    @WithTransaction
    Uni<Integer> giveUp(Instant begunBefore) {
        return rows.update(
                "state = ?1 where state = ?2 and createdAt < ?3 or state = ?4 and expiresAt <= ?5",
                StoredFileRow.DELETED,
                StoredFileRow.UPLOADING,
                begunBefore,
                StoredFileRow.STORED,
                clock.instant());
    }

    /** Some of the files whose object is to be deleted, any ones: one that cannot be deleted must not hold up the others. */
    @WithTransaction
    Uni<List<FileId>> deleted(int most) {
        return rows.anyDeleted(most).map(ids -> ids.stream().map(FileId::new).toList());
    }
}
