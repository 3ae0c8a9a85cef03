package health.lunaria.cycle.imports.format;

/** A file cannot be read. Says why and where, and nothing of what stands there. */
public class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final UnreadableReason reason;
    private final long line;
    private final int entry;

    private ImportException(UnreadableReason reason, long line, int entry) {
        super(reason.slug());
        this.reason = reason;
        this.line = line;
        this.entry = entry;
    }

    static ImportException of(UnreadableReason reason) {
        return new ImportException(reason, 0, 0);
    }

    static ImportException atLine(UnreadableReason reason, long line) {
        return new ImportException(reason, Math.max(line, 0), 0);
    }

    static ImportException inEntry(UnreadableReason reason, int entry) {
        return new ImportException(reason, 0, entry);
    }

    /**
     * For what a parser threw: what the input itself was refused for, if that is behind it. The parser's own exception is
     * dropped: its message quotes the file.
     */
    static ImportException because(Throwable thrown, UnreadableReason otherwise, long line) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (cause instanceof RefusedInput refused) {
                return atLine(refused.reason(), line);
            }
        }
        return atLine(otherwise, line);
    }

    ImportException withEntry(int index) {
        return new ImportException(reason, line, index);
    }

    /** A stable slug, see {@link UnreadableReason}. */
    public String reason() {
        return reason.slug();
    }

    /** Counted from 1; 0 if it is not known or has no line. */
    public long line() {
        return line;
    }

    /** Which entry of the archive, counted from 1; 0 if the file is none. */
    public int entry() {
        return entry;
    }
}
