package health.lunaria.launcher.backup;

/** The file is not restored, and nothing was touched: its message says what is wrong with it. */
final class RefusedBackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedBackupException(String message) {
        super(message);
    }

    RefusedBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
