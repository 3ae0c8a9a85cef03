package health.lunaria.cycle.consent;

import health.lunaria.safeguards.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Stands before every route of this service: none works without the consent to process health data, and while she restricts the
 * processing only those that are marked with {@link WhileRestricted}. A route without a token, or for staff, asks itself; what other
 * services do on her behalf, they answer for.
 */
public class ConsentFilter {

    private final Caller caller;
    private final Consents consents;

    ConsentFilter(Caller caller, Consents consents) {
        this.caller = caller;
        this.consents = consents;
    }

    /** An empty answer lets the request pass. */
    @ServerRequestFilter
    public Uni<Response> requireConsent(SimpleResourceInfo resource, ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(AsksConsentItself.class) || isForPeers(resource)) {
            return Uni.createFrom().nullItem();
        }
        Uni<Void> required = WhileRestrictedFilter.isMarked(request)
                ? consents.requireWhileRestricted(caller.subject())
                : consents.require(caller.subject());
        return required.replaceWith((Response) null);
    }

    private static boolean isForPeers(SimpleResourceInfo resource) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        return path != null && path.value().startsWith("/internal/");
    }
}
