package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.lunaria.safeguards.problem.Problem.FieldError;

/** A text in a body is refused whatever the field: it has control characters, or looks like a card number. */
final class RefusedTextException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    private final CommonProblem type;
    private final String reason;

    private RefusedTextException(CommonProblem type, String reason) {
        super(reason);
        this.type = type;
        this.reason = reason;
    }

    static RefusedTextException controlCharacter() {
        return new RefusedTextException(CommonProblem.INVALID_FIELD, "control-character");
    }

    static RefusedTextException cardNumber() {
        return new RefusedTextException(CommonProblem.CARD_NUMBER_REFUSED, "card-number");
    }

    ProblemException problem(String field) {
        return new ProblemException(type, new FieldError(field, reason));
    }
}
