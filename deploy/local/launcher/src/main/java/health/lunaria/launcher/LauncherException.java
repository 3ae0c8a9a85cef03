package health.lunaria.launcher;

/** Something that the person at the keyboard has to know or do; its message is all that is printed. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
