package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;

/** A key cannot be had now (KMS or the keyring is away, or a key is damaged): the request ends with 503, never in clear. */
public class KeysUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public KeysUnavailableException(String reason) {
        super(CommonProblem.KEYS_UNAVAILABLE, reason, null);
    }

    public KeysUnavailableException(String reason, Throwable cause) {
        super(CommonProblem.KEYS_UNAVAILABLE, reason, cause);
    }
}
