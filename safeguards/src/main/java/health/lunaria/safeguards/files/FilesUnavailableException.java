package health.lunaria.safeguards.files;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;

/** The object store does not answer, or too many files are under way: asking again later helps. */
public class FilesUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    FilesUnavailableException(String reason, Throwable cause) {
        super(CommonProblem.TEMPORARILY_UNAVAILABLE, reason, cause);
    }
}
