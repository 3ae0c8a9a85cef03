package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.lunaria.safeguards.problem.Problem.FieldError;
import java.util.List;

/**
 * Tells why a body cannot be read, from Jackson's exception: the field's path as far as we know the field, never its
 * value, and never the name of a field that we do not know (the caller chose it).
 */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException problem(JacksonException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedTextException refused) {
                return refused.problem(path(exception));
            }
            if (cause instanceof StreamConstraintsException) {
                return tooMuch((StreamConstraintsException) cause, exception);
            }
            if (cause instanceof InputCoercionException) {
                return new ProblemException(
                        CommonProblem.INVALID_FIELD, new FieldError(path(exception), "out-of-range"));
            }
        }
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return new ProblemException(
                    CommonProblem.UNKNOWN_FIELD, new FieldError(parentPath(unknown), "unknown-field"));
        }
        if (exception instanceof MismatchedInputException) {
            return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(path(exception), "wrong-type"));
        }
        return new ProblemException(CommonProblem.MALFORMED_BODY);
    }

    private static ProblemException tooMuch(StreamConstraintsException limit, JacksonException outer) {
        String message = limit.getOriginalMessage();
        if (message != null && message.contains("nesting depth")) {
            return new ProblemException(CommonProblem.NESTED_TOO_DEEPLY);
        }
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(path(outer), "too-long"));
    }

    private static String path(JacksonException exception) {
        return exception instanceof JsonMappingException mapping ? join(mapping.getPath()) : "";
    }

    private static String parentPath(JsonMappingException exception) {
        List<Reference> path = exception.getPath();
        return join(path.subList(0, Math.max(0, path.size() - 1)));
    }

    private static String join(List<Reference> path) {
        StringBuilder text = new StringBuilder();
        for (Reference reference : path) {
            if (reference.getFieldName() == null) {
                text.append('[').append(reference.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return text.toString();
    }
}
