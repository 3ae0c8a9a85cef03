package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/days")
@RolesAllowed(Roles.USER)
@Tag(name = "Days")
public class DayResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final DayService days;

    DayResource(Caller caller, SubjectKeys keys, DayService days) {
        this.caller = caller;
        this.keys = keys;
        this.days = days;
    }

    @PUT
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Log days",
            description = "Puts each day in the place of what was logged for its date; up to 400 days, all or none.")
    public Uni<DaysResponse> put(@NotNull(message = "missing") @Valid DaysRequest request) {
        Subject subject = caller.subject();
        List<Day> logged = request.toDays();
        return keys.using(subject, key -> days.put(subject, key, logged))
                .map(revision -> DaysResponse.stored(revision, logged));
    }

    @POST
    @WhileRestricted
    @Path("/search")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read days", description = "A POST, so that no date stands in a URL. Both dates included.")
    public Uni<DaysResponse> search(@NotNull(message = "missing") @Valid SearchRequest request) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> days.find(subject, key, request.from(), request.to()))
                .map(DaysResponse::found);
    }
}
