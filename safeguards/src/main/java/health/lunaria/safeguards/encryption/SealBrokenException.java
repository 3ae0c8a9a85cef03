package health.lunaria.safeguards.encryption;

/**
 * A sealed record does not open: it was altered, moved to another user, row, column or version, or sealed under another
 * key. Never a caller's fault, hence an internal error that somebody must look at. Carries no data.
 */
public class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason without any value */
    public SealBrokenException(String reason) {
        super(reason);
    }
}
