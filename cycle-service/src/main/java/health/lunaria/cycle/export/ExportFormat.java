package health.lunaria.cycle.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A form in which a person takes her data away. {@code docs/export.md} describes each. Stateless and safe for use by several
 * threads; it computes and writes as it goes, so call it on a worker thread, never on the event loop.
 */
public interface ExportFormat {

    /** How clients name it, e.g. {@code csv}. */
    String name();

    String mediaType();

    /** Without the dot. */
    String fileEnding();

    /** Writes everything and flushes; the stream stays open. Nothing is kept in a file meanwhile. */
    void write(ExportData data, OutputStream out) throws IOException;
}
