package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.KeptKey;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.http.WorkerThread;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries contents of files to the object store and back, on worker threads, so many at once. To be called on the event
 * loop, outside of a transaction.
 */
@ApplicationScoped
@IfBuildProperty(name = "lunaria.files.enabled", stringValue = "true")
public class FileTransfers {

    private static final Logger LOG = Logger.getLogger(FileTransfers.class);

    private final StoredFiles files;
    private final SealedFiles objects;
    private final Duration patience;
    private final Semaphore uploads;
    private final Semaphore downloads;

    FileTransfers(StoredFiles files, SealedFiles objects, FilesConfig config) {
        this.files = files;
        this.objects = objects;
        this.patience = config.patience();
        this.uploads = new Semaphore(config.concurrentTransfers());
        this.downloads = new Semaphore(config.concurrentTransfers());
    }

    /**
     * Stores the content for a purpose. The file is not there before {@link StoredFiles#finish}: without it, it is deleted
     * again, by the clean-up if the client has gone meanwhile.
     *
     * @param keep after which time the file is deleted without anybody asking for it; empty: never
     * @throws FileTooLargeException as failure of the result, if there are more than {@code maxBytes}
     */
    public Uni<StoredFile> upload(
            SubjectKey key, String purpose, InputStream content, long maxBytes, Optional<Duration> keep) {
        return files.begin(key.subject(), purpose, keep)
                .chain(id -> onWorker(uploads, () -> storeOrDelete(key, id, purpose, content, maxBytes))
                        .onFailure()
                        .call(failure -> discard(id)));
    }

    /** When the client has gone, nobody waits for the result any more: then only the worker itself can tidy up. */
    private StoredFile storeOrDelete(SubjectKey key, FileId id, String purpose, InputStream content, long maxBytes)
            throws IOException {
        try {
            return objects.store(key, id, purpose, content, maxBytes);
        } catch (IOException | RuntimeException failed) {
            try {
                objects.delete(id);
            } catch (FilesUnavailableException away) {
                failed.addSuppressed(away);
            }
            throw failed;
        }
    }

    /**
     * The content of a file, verified while it is read: reading is blocking, and fails in the middle if something is
     * wrong with the rest. To be closed, however the request ends: until then it takes one of the turns. Closing does not
     * block.
     */
    public Uni<InputStream> open(SubjectKey key, String purpose, StoredFile file) {
        return WorkerThread.run(() -> openNow(key, purpose, file));
    }

    /** For work on a worker thread that opens many files; it outlives the handle of the key. To be closed. */
    public FileReader reader(SubjectKey key, String purpose) {
        KeptKey kept = KeptKey.of(key);
        return new FileReader() {
            @Override
            public InputStream open(StoredFile file) throws IOException {
                return openNow(kept.key(), purpose, file);
            }

            @Override
            public void close() {
                kept.close();
            }
        };
    }

    private InputStream openNow(SubjectKey key, String purpose, StoredFile file) throws IOException {
        try {
            takeTurn(downloads);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FilesUnavailableException("The service is being stopped", interrupted);
        }
        try {
            return new TurnInput(objects.open(key, purpose, file), downloads::release);
        } catch (IOException | RuntimeException failed) {
            downloads.release();
            throw failed;
        }
    }

    /**
     * Gives up an upload whose {@link StoredFiles#finish} failed, and deletes its object. Does nothing to a file that is
     * stored: of a failed commit nobody knows whether it took effect. Never fails: the clean-up tries again.
     */
    public Uni<Void> discard(FileId id) {
        return tryNow(files.giveUp(id)
                .chain(wasUploading ->
                        wasUploading ? delete(id) : Uni.createFrom().voidItem()));
    }

    /** Deletes the object of a file that was removed. Never fails: the clean-up tries again. */
    public Uni<Void> purge(FileId id) {
        return tryNow(delete(id));
    }

    private static Uni<Void> tryNow(Uni<Void> deletion) {
        return deletion.onFailure().recoverWithItem(failure -> {
            LOG.warnf("An object will be deleted later: %s", failure.getClass().getSimpleName());
            return null;
        });
    }

    /** Deletes the object, then forgets the file. */
    Uni<Void> delete(FileId id) {
        return WorkerThread.<Void>run(() -> {
                    objects.delete(id);
                    return null;
                })
                .chain(() -> files.forget(id));
    }

    private <T> Uni<T> onWorker(Semaphore turns, Callable<T> work) {
        return WorkerThread.run(() -> {
            takeTurn(turns);
            try {
                return work.call();
            } finally {
                turns.release();
            }
        });
    }

    private void takeTurn(Semaphore turns) throws InterruptedException {
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new FilesUnavailableException("Too many files are under way", null);
        }
    }
}
