package health.lunaria.safeguards.problem;

import health.lunaria.safeguards.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells which fields a Bean Validation failure is about: the path without method and parameter, and as reason the
 * message template of the constraint, which in this suite is a stable word such as {@code too-long}.
 */
final class ValidationErrors {

    private static final int MAX_REPORTED = 20;

    private ValidationErrors() {}

    /** Empty when a violation is about an answer of ours instead of the request. */
    static List<FieldError> of(ConstraintViolationException exception) {
        if (exception.getConstraintViolations().stream().anyMatch(ValidationErrors::isAboutAnswer)) {
            return List.of();
        }
        return exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessageTemplate()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::reason))
                .limit(MAX_REPORTED)
                .toList();
    }

    private static boolean isAboutAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(Path path) {
        List<String> parts = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(parts, node);
            }
        }
        return String.join(".", parts);
    }

    /** Bean Validation puts the index on the node after the list: {@code days[3].flow} is "days", then "flow" at 3. */
    private static void append(List<String> parts, Path.Node node) {
        if (node.getIndex() != null && !parts.isEmpty()) {
            int last = parts.size() - 1;
            parts.set(last, parts.get(last) + "[" + node.getIndex() + "]");
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            parts.add(node.getName());
        }
    }
}
