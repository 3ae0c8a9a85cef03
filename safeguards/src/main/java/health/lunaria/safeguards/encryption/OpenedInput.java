package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.SealedStream.Watched;
import java.io.IOException;
import java.io.InputStream;

/**
 * The plaintext of a sealed stream: each byte was authenticated before it is given out, and the end is only told when
 * the last segment was. After a failure every further read fails. Not thread-safe.
 */
final class OpenedInput extends InputStream {

    private final Watched source;
    private InputStream opening;
    private boolean broken;

    OpenedInput(InputStream opening, Watched source) {
        this.opening = opening;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? count : Byte.toUnsignedInt(one[0]);
    }

    /**
     * @throws SealBrokenException if the sealed form was altered, cut off, moved, or sealed under another key
     * @throws IOException if the source cannot be read
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (broken) {
            throw broken();
        }
        if (opening == null) {
            throw new IOException("This stream is closed");
        }
        try {
            return opening.read(bytes, offset, length);
        } catch (IOException failed) {
            broken = true;
            if (source.failure() != null) {
                throw source.failure();
            }
            throw broken();
        }
    }

    private static SealBrokenException broken() {
        return new SealBrokenException("The stream was altered, cut off, or does not belong here");
    }

    @Override
    public void close() throws IOException {
        opening = null;
        source.close();
    }

    @Override
    public String toString() {
        return "OpenedInput[redacted]";
    }
}
