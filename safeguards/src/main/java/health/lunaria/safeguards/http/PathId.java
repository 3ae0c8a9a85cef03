package health.lunaria.safeguards.http;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The random id of something as it stands in a path: it says nothing about whose that is. */
public final class PathId {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private PathId() {}

    /** @throws ProblemException 404 for what cannot be an id */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return UUID.fromString(text);
    }
}
