package health.lunaria.safeguards.files;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;

/** The content has more bytes than allowed; nothing of it was kept. */
public class FileTooLargeException extends ProblemException {

    private static final long serialVersionUID = 1L;

    FileTooLargeException() {
        super(CommonProblem.BODY_TOO_LARGE);
    }
}
