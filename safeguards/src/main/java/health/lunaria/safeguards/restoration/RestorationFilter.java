package health.lunaria.safeguards.restoration;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every route: whoever does not ask the readiness check first is refused as well. */
public class RestorationFilter {

    private final Restorations restorations;

    RestorationFilter(Restorations restorations) {
        this.restorations = restorations;
    }

    /** Before any filter that reads or writes. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION - 1)
    public void requireUpToDate() {
        if (!restorations.areReplayed()) {
            throw new ProblemException(CommonProblem.BEING_RESTORED);
        }
    }
}
