package health.lunaria.profile.provider;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;

/** The provider does not answer, refuses, or does not know the account: the request ends with 503. */
public class ProviderUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String reason) {
        super(CommonProblem.TEMPORARILY_UNAVAILABLE, reason, null);
    }

    ProviderUnavailableException(Throwable cause) {
        super(CommonProblem.TEMPORARILY_UNAVAILABLE, "The identity provider does not do what it was asked", cause);
    }
}
