package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.problem.ProblemType;

/**
 * Why a step is not taken.
 *
 * @param who in whose person the condition fails: {@code requester}, {@code approvals[0]}, {@code approvals[1]}; {@code null}
 *     if it fails in the caller's own or in nobody's
 */
record Refusal(ProblemType problem, String who) {

    static Refusal of(ProblemType problem) {
        return new Refusal(problem, null);
    }

    ProblemException exception() {
        return who == null
                ? new ProblemException(problem)
                : new ProblemException(problem, new FieldError(who, problem.slug()));
    }
}
