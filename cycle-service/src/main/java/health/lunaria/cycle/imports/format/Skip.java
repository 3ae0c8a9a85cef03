package health.lunaria.cycle.imports.format;

/** One entry is not imported; the file is read on. Without a stack trace: a file can have millions of them. */
final class Skip extends Exception {

    private static final long serialVersionUID = 1L;

    private final SkipReason reason;

    Skip(SkipReason reason) {
        super(reason.slug(), null, false, false);
        this.reason = reason;
    }

    SkipReason reason() {
        return reason;
    }
}
