package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.SealBrokenException;
import java.io.InputStream;

/**
 * Reads an object range by range: a slow reader holds no connection to the store, and a range that failed is asked for
 * again. That all ranges are of one object is for the seal to prove. Not thread-safe.
 */
final class ObjectInput extends InputStream {

    static final int RANGE_LENGTH = 4 * 1024 * 1024;

    private final ObjectStore store;
    private final FileId id;
    private final long length;
    private byte[] range = new byte[0];
    private int read;
    private long fetched;

    /** @param length that the object must have */
    ObjectInput(ObjectStore store, FileId id, long length) {
        this.store = store;
        this.id = id;
        this.length = length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? count : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        if (read == range.length) {
            if (fetched == length) {
                return -1;
            }
            fetch();
        }
        int count = Math.min(wanted, range.length - read);
        System.arraycopy(range, read, bytes, offset, count);
        read += count;
        return count;
    }

    private void fetch() {
        int wanted = (int) Math.min(RANGE_LENGTH, length - fetched);
        ObjectStore.Range next = store.get(id, fetched, wanted);
        if (next.total() != length || next.bytes().length != wanted) {
            throw new SealBrokenException("A stored file is gone or has another length");
        }
        range = next.bytes();
        read = 0;
        fetched += wanted;
    }

    @Override
    public void close() {
        range = new byte[0];
        read = 0;
        fetched = length;
    }

    @Override
    public String toString() {
        return "ObjectInput[" + id + "]";
    }
}
