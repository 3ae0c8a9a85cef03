package health.lunaria.cycle.imports.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read more than a number of bytes. Does not close the input. */
class BoundedInput extends FilterInputStream {

    private final long max;
    private long count;

    BoundedInput(InputStream input, long max) {
        super(input);
        this.max = max;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > max) {
                throw new RefusedInput(UnreadableReason.TOO_LARGE);
            }
            onRead(read);
        }
        return read;
    }

    /** For further limits. */
    void onRead(int bytes) throws IOException {}

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(Math.max(bytes, 0), Head.LENGTH)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // Who opened the input closes it.
    }
}
