package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;

/** This person was erased: there is no key of hers, and none is made. */
public class SubjectErasedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public SubjectErasedException() {
        super(CommonProblem.ACCOUNT_ERASED);
    }
}
