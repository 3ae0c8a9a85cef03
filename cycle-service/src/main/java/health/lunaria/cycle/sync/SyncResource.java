package health.lunaria.cycle.sync;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/sync")
@RolesAllowed(Roles.USER)
@Tag(name = "Sync")
public class SyncResource {

    private static final String LIST = "day_month";

    private final Caller caller;
    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final Cursors cursors;
    private final SyncService service;

    SyncResource(Caller caller, Pseudonyms pseudonyms, SubjectKeys keys, Cursors cursors, SyncService service) {
        this.caller = caller;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.cursors = cursors;
        this.service = service;
    }

    @POST
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Synchronise days",
            description =
                    "For apps that work offline. Merges what this device changed, field by field, and answers what"
                            + " changed elsewhere since the token. A field that was changed on both sides stays as it is stored and"
                            + " is listed as a conflict; of a note both versions survive. Sending a batch twice changes nothing."
                            + " After 410 start again without a token.")
    public Uni<SyncResponse> sync(@NotNull(message = "missing") @Valid SyncRequest request) {
        Subject subject = caller.subject();
        SubjectRef ref = pseudonyms.of(subject);
        SyncPosition since = position(ref, request.since(), Instant.now());
        return keys.using(ref, key -> service.sync(subject, key, since, request.changes()))
                .map(page ->
                        SyncResponse.of(page, cursors.of(ref, LIST, page.next().bytes())));
    }

    private SyncPosition position(SubjectRef subject, String token, Instant now) {
        if (token == null) {
            return SyncPosition.start(now);
        }
        SyncPosition since = SyncPosition.of(cursors.position(subject, LIST, token));
        if (since.isExpired(now)) {
            throw new ProblemException(CycleProblem.SYNC_TOKEN_EXPIRED);
        }
        return since;
    }
}
