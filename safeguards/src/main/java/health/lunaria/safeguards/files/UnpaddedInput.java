package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.SealBrokenException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The first bytes of a padded stream, as many as the content has. The end is told only after the padding was read to its
 * own end: so nobody gets to the end of a file of which something is missing or wrong. Not thread-safe.
 */
final class UnpaddedInput extends InputStream {

    private static final int BUFFER = 8192;

    private final InputStream padded;
    private final long length;
    private long given;
    private boolean ended;

    UnpaddedInput(InputStream padded, long length) {
        this.padded = padded;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? count : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (given == length) {
            readPadding();
            return -1;
        }
        int count = padded.read(bytes, offset, (int) Math.min(wanted, length - given));
        if (count < 0) {
            throw new SealBrokenException("The file is shorter than it was");
        }
        given += count;
        return count;
    }

    private void readPadding() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long padding = 0;
        while (!ended) {
            int count = padded.read(buffer);
            ended = count < 0;
            padding += Math.max(count, 0);
            for (int i = 0; i < count; i++) {
                if (buffer[i] != 0) {
                    throw new SealBrokenException("The file is longer than it was");
                }
            }
            if (ended && padding != Padme.paddedLength(length) - length) {
                throw new SealBrokenException("The padding of the file has another length");
            }
        }
    }

    @Override
    public void close() throws IOException {
        padded.close();
    }
}
