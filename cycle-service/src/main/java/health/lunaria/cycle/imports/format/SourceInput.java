package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;

/** The file as it comes in. When it fails itself, that is not taken for a fault in what it says. */
final class SourceInput extends BoundedInput {

    SourceInput(InputStream input, long max) {
        super(input, max);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (RefusedInput refused) {
            throw refused;
        } catch (IOException failed) {
            throw new RefusedInput(UnreadableReason.SOURCE_FAILED);
        }
    }
}
