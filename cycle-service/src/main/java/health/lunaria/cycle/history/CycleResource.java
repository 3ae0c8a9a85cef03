package health.lunaria.cycle.history;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/cycles")
@RolesAllowed(Roles.USER)
@Tag(name = "Cycles")
public class CycleResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final CycleService cycles;

    CycleResource(Caller caller, SubjectKeys keys, CycleService cycles) {
        this.caller = caller;
        this.keys = keys;
        this.cycles = cycles;
    }

    @GET
    @Operation(
            summary = "Read cycles",
            description = "Derived from the logged days and the corrections, oldest first; the last one is running.")
    public Uni<CyclesResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> cycles.history(subject, key, "cycle.cycles.read"))
                .map(history -> CyclesResponse.from(history.cycles()));
    }
}
