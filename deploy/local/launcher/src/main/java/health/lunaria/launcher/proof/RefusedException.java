package health.lunaria.launcher.proof;

/** A check that a proof did not pass. The message says why, and never what stood there. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Check check;

    RefusedException(Check check, String reason) {
        super(reason);
        this.check = check;
    }

    public Check check() {
        return check;
    }
}
