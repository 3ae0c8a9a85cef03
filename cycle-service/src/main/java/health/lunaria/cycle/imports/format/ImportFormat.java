package health.lunaria.cycle.imports.format;

import java.io.InputStream;

/** Reads one format. Stateless. Blocks: call it where blocking is allowed. */
public interface ImportFormat {

    /** E.g. {@code drip-csv}. Stored and shown: never rename one. */
    String name();

    /**
     * Whether a file that begins like this is of the format.
     *
     * @param head the first 8 KiB, or the whole file if it is shorter
     */
    boolean recognises(byte[] head);

    /**
     * Reads to the end of the content, and does not close it.
     *
     * @throws ImportException if the content is not of the format, damaged, or beyond the limits; nothing is read by half
     */
    ImportedDays read(InputStream content, ImportLimits limits) throws ImportException;
}
