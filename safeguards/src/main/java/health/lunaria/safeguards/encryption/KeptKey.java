package health.lunaria.safeguards.encryption;

/**
 * A subject's key for work that goes on after the handle that it was lent as is destroyed: a stream that is read later, say.
 * A copy of its own, to be closed however the work ends.
 */
public final class KeptKey implements AutoCloseable {

    private final SubjectKey key;

    private KeptKey(SubjectKey key) {
        this.key = key;
    }

    public static KeptKey of(SubjectKey lent) {
        return new KeptKey(lent.copy());
    }

    /** Every use fails after {@link #close}. */
    public SubjectKey key() {
        return key;
    }

    @Override
    public void close() {
        key.destroy();
    }

    @Override
    public String toString() {
        return "KeptKey[redacted]";
    }
}
