package health.lunaria.profile.session;

import health.lunaria.profile.provider.CallerAccount;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/profile/sessions")
@RolesAllowed(Roles.USER)
@Cache(noStore = true)
@Tag(name = "Sessions")
public class SessionResource {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String SESSION_CLAIM = "sid";

    private final Caller caller;
    private final JsonWebToken token;
    private final CallerAccount account;
    private final SessionService sessions;

    SessionResource(Caller caller, JsonWebToken token, CallerAccount account, SessionService sessions) {
        this.caller = caller;
        this.token = token;
        this.account = account;
        this.sessions = sessions;
    }

    @GET
    @Operation(
            summary = "List the sessions",
            description = "Where you are logged in, the newest use first, at most 100. Addresses are not kept.")
    public Uni<SessionsResponse> list() {
        Subject subject = caller.subject();
        String current = current();
        return account.link().chain(() -> sessions.list(subject)).map(found -> SessionsResponse.of(found, current));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "End a session",
            description = "Its app gets no new access token; the last one counts to its end, 5 minutes at most.")
    public Uni<Void> end(@PathParam("id") String id) {
        if (!ID.matcher(id).matches()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        Subject subject = caller.subject();
        return account.link().chain(() -> sessions.end(subject, id));
    }

    @DELETE
    @Operation(
            summary = "End all other sessions",
            description =
                    "All but the one that this call belongs to; all, if the access token does not say which it is.")
    public Uni<Void> endOthers() {
        Subject subject = caller.subject();
        String current = current();
        return account.link().chain(() -> sessions.endOthers(subject, current));
    }

    private String current() {
        return token.getClaim(SESSION_CLAIM);
    }
}
