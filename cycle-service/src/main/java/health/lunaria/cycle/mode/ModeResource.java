package health.lunaria.cycle.mode;

import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.document.DocumentAnswer;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Precondition;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/cycle/mode")
@RolesAllowed(Roles.USER)
@Tag(name = "Mode")
public class ModeResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ModeService modes;

    ModeResource(Caller caller, SubjectKeys keys, ModeService modes) {
        this.caller = caller;
        this.keys = keys;
        this.modes = modes;
    }

    @GET
    @WhileRestricted
    @Operation(
            summary = "Read the phases",
            description = "Times in which predictions differ. The ETag is what a change needs as If-Match.")
    public Uni<RestResponse<ModeResponse>> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> modes.find(subject, key))
                .map(found -> DocumentAnswer.orNotFound(found, ModeResponse::from));
    }

    @PUT
    @Operation(
            summary = "Write the phases",
            description =
                    "All of them. Needs If-Match with the ETag that was read, or If-None-Match: * to create them.")
    public Uni<RestResponse<ModeResponse>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull(message = "missing") @Valid ModeRequest request) {
        Subject subject = caller.subject();
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        Phases phases = request.toPhases();
        return keys.using(subject, key -> modes.put(subject, key, phases, precondition))
                .map(written -> DocumentAnswer.of(written, ModeResponse::from));
    }
}
