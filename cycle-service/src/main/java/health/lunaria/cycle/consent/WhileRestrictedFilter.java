package health.lunaria.cycle.consent;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Tells {@link ConsentFilter} which requests are for a route that is marked with {@link WhileRestricted}. */
public class WhileRestrictedFilter {

    private static final String MARK = WhileRestricted.class.getName();

    @WhileRestricted
    @ServerRequestFilter(priority = Priorities.USER - 1, nonBlocking = true)
    public void mark(ContainerRequestContext request) {
        request.setProperty(MARK, true);
    }

    static boolean isMarked(ContainerRequestContext request) {
        return Boolean.TRUE.equals(request.getProperty(MARK));
    }
}
