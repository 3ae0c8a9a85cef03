package health.lunaria.safeguards.encryption;

/** The epoch of a key that was looked up is over: it lies in a newer one now, or has to be made there. Try again. */
class EpochTurnedException extends KeysUnavailableException {

    private static final long serialVersionUID = 1L;
    private static final String REASON = "The epoch turned meanwhile";

    EpochTurnedException() {
        super(REASON);
    }

    EpochTurnedException(Throwable cause) {
        super(REASON, cause);
    }
}
