package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.problem.ProblemType;
import health.lunaria.safeguards.redaction.Confidential;

/**
 * What became of a step: either it was taken, or it was refused, which is recorded all the same.
 *
 * @param deletion after the step; {@code null} if it was refused
 * @param logIndex of the event that it left in the log
 */
@Confidential
record Decided(KeyDeletion deletion, long logIndex, ProblemType problem) {

    static Decided taken(KeyDeletion deletion, long logIndex) {
        return new Decided(deletion, logIndex, null);
    }

    static Decided refused(ProblemType problem) {
        return new Decided(null, -1, problem);
    }

    boolean isRefused() {
        return problem != null;
    }

    /** @throws ProblemException if it was refused */
    void failIfRefused() {
        if (isRefused()) {
            throw new ProblemException(problem);
        }
    }

    @Override
    public String toString() {
        return "Decided[redacted]";
    }
}
