package health.lunaria.profile.request;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What the officer says with a step; the user reads it.
 *
 * @param reason of an extension or a refusal, which need one; of nothing else
 */
@Confidential
record StepRequest(
        Reason reason,

        @Size(min = 1, max = 4_000, message = "wrong-length")
        String text) {

    /** @throws ProblemException 400 if the reason is missing or does not fit the step */
    Action toAction(Step step, Instant now) {
        boolean needsReason = step == Step.EXTEND || step == Step.REFUSE;
        if (needsReason && reason == null) {
            throw refused("missing");
        }
        if (reason != null && !reason.fits(step)) {
            throw refused("does-not-fit");
        }
        return new Action(step, By.DPO, now, reason, text == null ? null : Sensitive.of(text));
    }

    private static ProblemException refused(String why) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("reason", why));
    }

    @Override
    public String toString() {
        return "StepRequest[redacted]";
    }
}
