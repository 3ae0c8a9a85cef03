package health.lunaria.profile.consent;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/consents")
@RolesAllowed(Roles.USER)
@Tag(name = "Consents")
public class ConsentResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ConsentService consents;

    ConsentResource(Caller caller, SubjectKeys keys, ConsentService consents) {
        this.caller = caller;
        this.keys = keys;
        this.consents = consents;
    }

    @GET
    @Operation(summary = "Read the consents", description = "Every purpose; what was never decided is not granted.")
    public Uni<ConsentsResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> consents.read(subject, key, Actor.self()))
                .map(ConsentsResponse::standing);
    }

    @GET
    @Path("/history")
    @Operation(summary = "Read the history", description = "Decisions, newest first, at most 200.")
    public Uni<ConsentsResponse> history() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> consents.history(subject, key)).map(ConsentsResponse::history);
    }

    @PUT
    @Path("/{purpose}")
    @Operation(
            summary = "Give or withdraw a consent",
            description = "Giving counts at once, withdrawing within 30 seconds in every service.")
    public Uni<ConsentsResponse.Item> decide(
            String purpose, @NotNull(message = "missing") @Valid ConsentRequest request) {
        Subject subject = caller.subject();
        Decision decision = new Decision(
                Purpose.of(purpose).orElseThrow(() -> new ProblemException(ProfileProblem.UNKNOWN_PURPOSE)),
                request.granted(),
                request.policyVersion(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return keys.using(subject, key -> consents.decide(subject, key, decision))
                .map(ConsentsResponse.Item::from);
    }
}
