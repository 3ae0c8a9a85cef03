package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses to go on when a parser has read much without telling anything: a name, a value, a comment or a document type
 * declaration that long would have to be held in memory, and stands in no real file.
 */
final class XmlProgress extends BoundedInput {

    private static final int MAX_SILENCE = 1 << 20;

    private long silent;

    XmlProgress(InputStream input) {
        super(input, Long.MAX_VALUE);
    }

    /** Something was told. */
    void told() {
        silent = 0;
    }

    @Override
    void onRead(int bytes) throws IOException {
        silent += bytes;
        if (silent > MAX_SILENCE) {
            throw new RefusedInput(UnreadableReason.TOO_LONG);
        }
    }
}
