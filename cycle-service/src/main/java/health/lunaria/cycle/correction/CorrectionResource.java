package health.lunaria.cycle.correction;

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

@Path("/v1/cycle/corrections")
@RolesAllowed(Roles.USER)
@Tag(name = "Corrections")
public class CorrectionResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final CorrectionService corrections;

    CorrectionResource(Caller caller, SubjectKeys keys, CorrectionService corrections) {
        this.caller = caller;
        this.keys = keys;
        this.corrections = corrections;
    }

    @GET
    @WhileRestricted
    @Operation(summary = "Read the corrections", description = "The ETag is what a change needs as If-Match.")
    public Uni<RestResponse<CorrectionsResponse>> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> corrections.find(subject, key))
                .map(found -> DocumentAnswer.orNotFound(found, CorrectionsResponse::from));
    }

    @PUT
    @Operation(summary = "Correct what is derived from the days", description = """
                    Replaces the whole list. Needs If-Match with the ETag that was read, or If-None-Match: * to create it.

                    - `not-a-period`: the bleeding that begins on the date is no period; no cycle begins with it.
                    - `spotting-only`: the same, and its days count as spotting.
                    - `period-start`: a period began on the date, whatever was logged.
                    - `excluded-cycle`: the cycle in which the date lies counts in no statistic and no prediction.

                    Of one date, only one of the first three can be said. A correction that fits to nothing has no effect.""")
    public Uni<RestResponse<CorrectionsResponse>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull(message = "missing") @Valid CorrectionsRequest request) {
        Subject subject = caller.subject();
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        Corrections all = request.toCorrections();
        return keys.using(subject, key -> corrections.put(subject, key, all, precondition))
                .map(written -> DocumentAnswer.of(written, CorrectionsResponse::from));
    }
}
