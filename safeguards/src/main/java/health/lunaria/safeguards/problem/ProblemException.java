package health.lunaria.safeguards.problem;

import health.lunaria.safeguards.problem.Problem.FieldError;
import java.util.List;

/**
 * Ends a request with a problem. The message is for the log and must not hold a value of the request or of a user.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> fields;

    public ProblemException(ProblemType type) {
        this(type, type.slug(), null);
    }

    /** @param reason for the log only */
    public ProblemException(ProblemType type, String reason, Throwable cause) {
        super(reason, cause);
        this.type = type;
        this.fields = List.of();
    }

    public ProblemException(ProblemType type, FieldError field) {
        super(type.slug());
        this.type = type;
        this.fields = List.of(field);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
