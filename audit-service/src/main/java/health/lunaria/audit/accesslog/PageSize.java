package health.lunaria.audit.accesslog;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import java.util.regex.Pattern;

/** How many entries a page has at most: 1 to 200. */
public record PageSize(int entries) {

    static final int DEFAULT = 50;
    static final int MAX = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * @param text as in the query, {@code null} for the default
     * @throws ProblemException 400 {@code invalid-field}
     */
    public static PageSize parse(String text) {
        if (text == null) {
            return new PageSize(DEFAULT);
        }
        if (!NUMBER.matcher(text).matches()) {
            throw refused("not-a-number");
        }
        int entries = Integer.parseInt(text);
        if (entries < 1 || entries > MAX) {
            throw refused("out-of-range");
        }
        return new PageSize(entries);
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("limit", reason));
    }
}
