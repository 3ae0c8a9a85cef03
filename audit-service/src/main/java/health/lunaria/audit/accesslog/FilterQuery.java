package health.lunaria.audit.accesslog;

import health.lunaria.audit.event.EventFilter;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a filter from the query. It names no person and no date, which must not stand in a URL. */
final class FilterQuery {

    private static final List<String> SERVICES =
            List.of("profile-service", "cycle-service", "billing-service", "audit-service");
    private static final Pattern ACTION = Pattern.compile("(profile|cycle|billing|audit)(\\.[a-z-]{1,40}){1,4}");

    private FilterQuery() {}

    /**
     * @param service {@code null} for any, as are the others
     * @throws ProblemException 400 {@code invalid-field}
     */
    static EventFilter parse(String service, String actor, String action) {
        if (service != null && !SERVICES.contains(service)) {
            throw refused("service", "unknown");
        }
        if (action != null && !ACTION.matcher(action).matches()) {
            throw refused("action", "malformed");
        }
        return new EventFilter(service, actor == null ? null : kind(actor), action);
    }

    private static Actor.Kind kind(String actor) {
        return Arrays.stream(Actor.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(actor))
                .findFirst()
                .orElseThrow(() -> refused("actor", "unknown"));
    }

    private static ProblemException refused(String field, String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(field, reason));
    }
}
