package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What became of a step: either it was taken, or it was refused, which is recorded all the same.
 *
 * @param grant after the step; {@code null} if it was refused
 * @param logIndex of the event that it left in the log
 */
@Confidential
record Outcome(BreakGlass grant, long logIndex, Refusal refusal) {

    static Outcome taken(BreakGlass grant, long logIndex) {
        return new Outcome(grant, logIndex, null);
    }

    static Outcome refused(Refusal refusal) {
        return new Outcome(null, -1, refusal);
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** @throws health.lunaria.safeguards.problem.ProblemException if it was refused */
    void failIfRefused() {
        if (isRefused()) {
            throw refusal.exception();
        }
    }

    @Override
    public String toString() {
        return "Outcome[redacted]";
    }
}
