package health.lunaria.audit.event;

/**
 * An event opens, but the leaf at its place commits to something else: somebody changed the log. Never a caller's fault.
 */
class LogBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogBrokenException() {
        super("The leaf at an event's place in the log does not commit to that event");
    }
}
