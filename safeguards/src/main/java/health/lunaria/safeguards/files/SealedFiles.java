package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.SubjectKey;
import java.io.IOException;
import java.io.InputStream;

/**
 * Contents in the object store, each sealed under its subject's key for its id and purpose before it leaves the process,
 * and padded (Padmé, at most 12 %). Blocking: to be called on a worker thread. Memory is bounded whatever the size.
 * {@link FileTransfers} is what features use.
 */
interface SealedFiles {

    /**
     * Stores the content; nothing can be seen in the store before the last byte was there.
     *
     * @param purpose a constant of the feature, e.g. {@code "attachment"}; what was stored for one does not open for another
     * @throws FileTooLargeException if there are more bytes
     * @throws FilesUnavailableException if the store does not answer; a part may be left, which {@link #delete} removes
     * @throws IOException if the content cannot be read to its end
     */
    StoredFile store(SubjectKey key, FileId id, String purpose, InputStream content, long maxBytes) throws IOException;

    /**
     * The content, verified while it is read, the first bytes before this returns. Its end is told only when all of it was
     * found to be whole. To be closed; holds its own copy of the key.
     *
     * @throws health.lunaria.safeguards.encryption.SealBrokenException if the object is gone, altered, or another one
     */
    InputStream open(SubjectKey key, String purpose, StoredFile file) throws IOException;

    /** Removes the object, and parts that an interrupted upload left. Does nothing if there are none. */
    void delete(FileId id);
}
