package health.lunaria.cycle.catalogue;

import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/catalogue")
@RolesAllowed(Roles.USER)
@Tag(name = "Catalogue")
public class CatalogueResource {

    private static final Duration KEPT = Duration.ofDays(1);

    @GET
    @WhileRestricted
    @Operation(
            summary = "Read what days can be logged with",
            description = "Codes are stable and only added; the version counts additions. Labels in the language that"
                    + " Accept-Language asks for, English where there is none.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CatalogueResponse.class)))
    @APIResponse(responseCode = "304", description = "As in If-None-Match")
    public Response read(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage, Request request) {
        Locale language = Labels.best(acceptLanguage);
        EntityTag tag = new EntityTag(Catalogue.VERSION + "-" + language.getLanguage());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(CatalogueResponse.in(language)) : unchanged;
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setMaxAge((int) KEPT.toSeconds());
        return answer.tag(tag)
                .cacheControl(cache)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
