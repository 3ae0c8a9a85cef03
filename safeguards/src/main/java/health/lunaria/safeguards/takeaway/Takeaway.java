package health.lunaria.safeguards.takeaway;

import java.io.Closeable;
import java.io.InputStream;
import java.util.List;

/**
 * What one service gives of a person's data, as files: documents first, then those in folders.
 *
 * @param held what the files need until they were read: closed then, without blocking
 */
public record Takeaway(List<TakeawayFile> files, Closeable held) {

    public Takeaway {
        files = List.copyOf(files);
    }

    public static Takeaway of(List<TakeawayFile> files) {
        return new Takeaway(files, () -> {});
    }

    /** As a {@link ZipInput}, to be closed. */
    public InputStream zip() {
        return new ZipInput(files.iterator(), held);
    }

    @Override
    public String toString() {
        return "Takeaway[redacted]";
    }
}
