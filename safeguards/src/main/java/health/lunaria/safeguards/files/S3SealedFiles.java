package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.RecordAddress;
import health.lunaria.safeguards.encryption.SealingOutput;
import health.lunaria.safeguards.encryption.SubjectKey;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** {@link SealedFiles} in S3. */
@ApplicationScoped
@IfBuildProperty(name = "lunaria.files.enabled", stringValue = "true")
class S3SealedFiles implements SealedFiles {

    private static final int SCHEMA = 1;
    private static final int BUFFER = 64 * 1024;

    private final ObjectStore store;
    private final Duration uploadTimeout;

    @Inject
    S3SealedFiles(S3AsyncClient client, FilesConfig config) {
        this(new ObjectStore(client, config.bucket(), config.kmsKeyId()), config.uploadTimeout());
    }

    S3SealedFiles(ObjectStore store, Duration uploadTimeout) {
        this.store = store;
        this.uploadTimeout = uploadTimeout;
    }

    @Override
    public StoredFile store(SubjectKey key, FileId id, String purpose, InputStream content, long maxBytes)
            throws IOException {
        ObjectOutput object = new ObjectOutput(store, id);
        SealingOutput sealing = key.sealing(address(id, purpose), object);
        long length = copy(content, sealing, maxBytes);
        pad(sealing, Padme.paddedLength(length) - length);
        sealing.finish();
        object.complete();
        return new StoredFile(id, length);
    }

    private long copy(InputStream content, SealingOutput sealing, long maxBytes) throws IOException {
        long deadline = System.nanoTime() + uploadTimeout.toNanos();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            length += count;
            if (length > maxBytes) {
                throw new FileTooLargeException();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new FilesUnavailableException("An upload took too long", null);
            }
            sealing.write(buffer, 0, count);
        }
        return length;
    }

    private static void pad(SealingOutput sealing, long padding) throws IOException {
        byte[] zeros = new byte[BUFFER];
        for (long left = padding; left > 0; left -= Math.min(left, zeros.length)) {
            sealing.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    @Override
    public InputStream open(SubjectKey key, String purpose, StoredFile file) throws IOException {
        long padded = Padme.paddedLength(file.length());
        InputStream sealed = new ObjectInput(store, file.id(), SubjectKey.sealedLength(padded));
        var content = new PushbackInputStream(
                new UnpaddedInput(key.opening(address(file.id(), purpose), sealed), file.length()));
        int first = content.read();
        if (first >= 0) {
            content.unread(first);
        }
        return content;
    }

    @Override
    public void delete(FileId id) {
        store.delete(id);
    }

    private static RecordAddress address(FileId id, String purpose) {
        return new RecordAddress("stored_file", purpose, id.locator(), SCHEMA, 0);
    }
}
