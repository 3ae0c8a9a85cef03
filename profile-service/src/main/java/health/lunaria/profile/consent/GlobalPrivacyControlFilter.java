package health.lunaria.profile.consent;

import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every route of this service and honours the signal of a user's browser, whatever she asked for. */
public class GlobalPrivacyControlFilter {

    private final SecurityIdentity identity;
    private final Caller caller;
    private final GlobalPrivacyControl signal;

    GlobalPrivacyControlFilter(SecurityIdentity identity, Caller caller, GlobalPrivacyControl signal) {
        this.identity = identity;
        this.caller = caller;
        this.signal = signal;
    }

    /** An empty answer lets the request pass. Peers and staff send no signal for somebody else. */
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> honour(HttpHeaders headers) {
        if (!GlobalPrivacyControl.isIn(headers) || !identity.hasRole(Roles.USER)) {
            return Uni.createFrom().nullItem();
        }
        return signal.honour(caller.subject()).replaceWith((Response) null);
    }
}
