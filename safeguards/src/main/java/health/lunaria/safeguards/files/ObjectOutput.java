package health.lunaria.safeguards.files;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes an object of unknown length in parts of 5 MiB, the least that S3 takes. Nothing can be seen of it before {@link
 * #complete}. One part is in memory at a time. Not thread-safe.
 */
final class ObjectOutput extends OutputStream {

    static final int PART_LENGTH = 5 * 1024 * 1024;

    private static final int FIRST_BUFFER = 64 * 1024;

    private final ObjectStore store;
    private final FileId id;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private String upload;

    ObjectOutput(ObjectStore store, FileId id) {
        this.store = store;
        this.id = id;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == PART_LENGTH) {
                sendPart(buffer);
            }
            int count = Math.min(left, PART_LENGTH - filled);
            makeRoom(count);
            System.arraycopy(bytes, from, buffer, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    /** The object can be seen from now on. */
    void complete() {
        byte[] last = Arrays.copyOf(buffer, filled);
        if (upload == null) {
            store.put(id, last);
        } else {
            sendPart(last);
            store.completeUpload(id, upload, parts);
        }
    }

    private void sendPart(byte[] bytes) {
        if (upload == null) {
            upload = store.beginUpload(id);
        }
        parts.add(store.putPart(id, upload, parts.size() + 1, bytes));
        filled = 0;
    }

    private void makeRoom(int count) {
        if (filled + count > buffer.length) {
            int doubled = Math.max(2 * buffer.length, filled + count);
            buffer = Arrays.copyOf(buffer, Math.min(doubled, PART_LENGTH));
        }
    }

    @Override
    public String toString() {
        return "ObjectOutput[" + id + "]";
    }
}
