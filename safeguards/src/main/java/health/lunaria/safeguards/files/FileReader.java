package health.lunaria.safeguards.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Opens a person's files of one purpose, one after the other, for a stream that is made of many. Blocking: to be used on a
 * worker thread. Closing does not block.
 */
public interface FileReader extends Closeable {

    /**
     * As {@link FileTransfers#open}; waits for its turn.
     *
     * @throws FilesUnavailableException if the turn did not come in time, or the store does not answer
     * @throws health.lunaria.safeguards.encryption.SealBrokenException if the object is gone, altered, or another one
     */
    InputStream open(StoredFile file) throws IOException;

    /** From now on nothing can be opened; what is open can be read to its end. */
    @Override
    void close();
}
