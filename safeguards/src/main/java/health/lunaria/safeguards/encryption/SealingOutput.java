package health.lunaria.safeguards.encryption;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Seals what is written to it. Only {@link #finish} completes the sealed form: one that was closed without it, because
 * something failed on the way, does not open, so nobody takes half a file for a whole one. Not thread-safe.
 */
public final class SealingOutput extends OutputStream {

    private OutputStream sealing;
    private final OutputStream destination;

    SealingOutput(OutputStream sealing, OutputStream destination) {
        this.sealing = sealing;
        this.destination = destination;
    }

    @Override
    public void write(int value) throws IOException {
        sealing().write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sealing().write(bytes, offset, length);
    }

    /** Writes the last segment; nothing can be written afterwards. */
    public void finish() throws IOException {
        OutputStream last = sealing();
        sealing = null;
        last.close();
    }

    /** Closes the destination. Does not {@link #finish}. */
    @Override
    public void close() throws IOException {
        sealing = null;
        destination.close();
    }

    private OutputStream sealing() throws IOException {
        if (sealing == null) {
            throw new IOException("This stream has ended");
        }
        return sealing;
    }

    @Override
    public String toString() {
        return "SealingOutput[redacted]";
    }
}
