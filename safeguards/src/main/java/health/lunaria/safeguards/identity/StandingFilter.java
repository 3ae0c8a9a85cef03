package health.lunaria.safeguards.identity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before each route that is marked with {@link InGoodStanding}, after the check of its roles. */
public class StandingFilter {

    private final Staff staff;
    private final GoodStanding standing;

    StandingFilter(Staff staff, GoodStanding standing) {
        this.staff = staff;
        this.standing = standing;
    }

    /** An empty answer lets the request pass. On the event loop also before routes that block. */
    @InGoodStanding
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> requireGoodStanding() {
        return standing.require(staff).replaceWith((Response) null);
    }
}
