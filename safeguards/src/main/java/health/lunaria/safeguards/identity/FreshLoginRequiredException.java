package health.lunaria.safeguards.identity;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import java.time.Duration;

/** The caller has to log in again; see {@link FreshLogin}. */
public final class FreshLoginRequiredException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final Duration maxAge;

    FreshLoginRequiredException(Duration maxAge) {
        super(CommonProblem.FRESH_LOGIN_REQUIRED);
        this.maxAge = maxAge;
    }

    /** The challenge of RFC 9470, section 3. */
    public String challenge() {
        return "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A more recent authentication is required\", max_age=\"" + maxAge.toSeconds()
                + "\"";
    }
}
