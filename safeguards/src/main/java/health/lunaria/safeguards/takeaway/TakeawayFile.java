package health.lunaria.safeguards.takeaway;

import health.lunaria.safeguards.redaction.DisclosedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;

/** A file in a {@link ZipInput}. Its name is a constant of ours or counted, never a text of somebody's. */
public final class TakeawayFile {

    private static final String PART_OF_NAME = "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*";
    private static final Pattern NAME = Pattern.compile(PART_OF_NAME + "(/" + PART_OF_NAME + "){0,3}");
    private static final int LONGEST_NAME = 120;

    private final String name;
    private final Writing writing;
    private final Opening opening;

    private TakeawayFile(String name, Writing writing, Opening opening) {
        if (!isName(name)) {
            throw new IllegalArgumentException("A file in an archive has another name");
        }
        this.name = name;
        this.writing = writing;
        this.opening = opening;
    }

    /** Writes a whole content; may block and compute. */
    @FunctionalInterface
    public interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Opens a content; may block. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** A document. It is written at once, so its compressed form is in memory: at most {@link ZipInput#MAX_WRITTEN} bytes. */
    public static TakeawayFile written(String name, Writing content) {
        return new TakeawayFile(name, content, null);
    }

    /** A document as the API answers it. */
    public static TakeawayFile json(String name, Object document) {
        return written(name, out -> DisclosedJson.write(document, out));
    }

    /** A content of any length, read piece by piece. */
    public static TakeawayFile streamed(String name, Opening content) {
        return new TakeawayFile(name, null, content);
    }

    /** Whether a file may be called so: no part of it leaves the folder into which an archive is unpacked. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    public String name() {
        return name;
    }

    /** The content as a stream; {@code null} if it is {@linkplain #writeTo written}. */
    InputStream open() throws IOException {
        return opening == null ? null : opening.open();
    }

    void writeTo(OutputStream out) throws IOException {
        writing.writeTo(out);
    }

    boolean isStreamed() {
        return opening != null;
    }

    @Override
    public String toString() {
        return "TakeawayFile[" + name + "]";
    }
}
