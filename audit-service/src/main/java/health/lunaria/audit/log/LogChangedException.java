package health.lunaria.audit.log;

/**
 * The log no longer has what it had: a hash is missing, or the published tree is another one now. Somebody changed it. Never
 * a caller's fault.
 */
class LogChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogChangedException() {
        super("What was published of the log is not what is stored any more");
    }
}
