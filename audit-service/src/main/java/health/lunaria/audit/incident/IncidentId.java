package health.lunaria.audit.incident;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the random id of an incident, or of what belongs to it, from a path. */
public final class IncidentId {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private IncidentId() {}

    /** @throws ProblemException 404 for what cannot be one */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return UUID.fromString(text);
    }
}
