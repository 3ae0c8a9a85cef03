package health.lunaria.audit.witness;

/** There is no cosignature. What the witness wrote is not repeated. */
public abstract sealed class WitnessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WitnessException(String message) {
        super(message);
    }

    /** The witness knows a checkpoint of another size: a proof from there may be accepted. */
    public static final class OtherSize extends WitnessException {

        private static final long serialVersionUID = 1L;

        private final long size;

        OtherSize(long size) {
            super("The witness cosigned another size last");
            this.size = size;
        }

        /** Of the checkpoint that it cosigned last; 0 for none. */
        public long size() {
            return size;
        }
    }

    /** The witness refuses this checkpoint, and would again. */
    public static final class Refused extends WitnessException {

        private static final long serialVersionUID = 1L;

        private static final int UNPROCESSABLE = 422;

        private final int status;

        Refused(int status) {
            super("The witness refused the checkpoint with " + status);
            this.status = status;
        }

        /** Whether it says that the log has not only grown: somebody must look at once. */
        public boolean isInconsistent() {
            return status == UNPROCESSABLE;
        }
    }

    /** No answer in time, or none that can be used: to be tried again. */
    public static final class Unavailable extends WitnessException {

        private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super("No cosignature from the witness: " + why);
        }
    }
}
