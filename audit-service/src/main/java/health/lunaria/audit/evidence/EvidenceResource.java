package health.lunaria.audit.evidence;

import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Evidence for auditors from outside, who need not believe us. */
@Path("/v1/audit/evidence")
@RolesAllowed(Roles.AUDITOR)
@InGoodStanding
@Tag(name = "Evidence")
public class EvidenceResource {

    private static final String ZIP = "application/zip";

    private final Staff staff;
    private final EvidenceBundles bundles;
    private final EvidenceService service;
    private final Clock clock;

    EvidenceResource(Staff staff, EvidenceBundles bundles, EvidenceService service, Clock clock) {
        this.staff = staff;
        this.bundles = bundles;
        this.service = service;
        this.clock = clock;
    }

    @POST
    @Produces(ZIP)
    @Cache(noStore = true)
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"evidence.zip\"")
    @ResponseHeader(name = "X-Content-Type-Options", value = "nosniff")
    @Operation(
            summary = "Take the evidence of a period away",
            description = "One signed file to check offline with public tools; its README.md says how. It names no user"
                    + " and nobody of the staff. A POST, so that no date stands in a URL.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<byte[]> make(@NotNull(message = "missing") @Valid EvidenceRequest request) {
        Scope scope = request.toScope(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Subject person = staff.person();
        return bundles.make(scope).call(() -> service.record(person));
    }
}
