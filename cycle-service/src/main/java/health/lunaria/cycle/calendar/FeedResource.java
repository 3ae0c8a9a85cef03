package health.lunaria.cycle.calendar;

import health.lunaria.cycle.consent.AsksConsentItself;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * A calendar feed for whoever has its address: calendar apps send no token. ADR 0021 weighs it. The path holds a secret, so
 * nothing may log a path: the gateway's access log and the metrics name the route.
 */
@Path(FeedResource.PREFIX + "{secret}" + FeedResource.ENDING)
@PermitAll
@AsksConsentItself
@Tag(name = "Calendar")
public class FeedResource {

    static final String PREFIX = "/feeds/calendar/";
    static final String ENDING = ".ics";

    private final FeedReader reader;

    FeedResource(FeedReader reader) {
        this.reader = reader;
    }

    static String path(String secret) {
        return PREFIX + secret + ENDING;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Operation(summary = "Read a calendar feed", description = "For calendar apps: the address is all that is needed.")
    @APIResponse(responseCode = "200", description = "A calendar of RFC 5545")
    @APIResponse(responseCode = "404", description = "No such address, or not any more")
    @APIResponse(responseCode = "429", description = "Read too often")
    public Uni<String> read(@PathParam("secret") String secret) {
        return reader.read(secret);
    }
}
