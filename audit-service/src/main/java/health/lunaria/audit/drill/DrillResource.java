package health.lunaria.audit.drill;

import health.lunaria.audit.accesslog.PageSize;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/audit/drills")
@InGoodStanding
@Tag(name = "Drills")
public class DrillResource {

    private static final int CREATED = 201;

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "drill";

    private final Staff staff;
    private final Workforce workforce;
    private final Drills drills;
    private final Cursors cursors;
    private final Clock clock;

    DrillResource(Staff staff, Workforce workforce, Drills drills, Cursors cursors, Clock clock) {
        this.staff = staff;
        this.workforce = workforce;
        this.drills = drills;
        this.cursors = cursors;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.SECURITY)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Record a backup or restore drill",
            description =
                    "Failed ones too. What is recorded is never changed; a mistake is followed by another record.")
    public Uni<DrillsResponse.Item> record(@NotNull(message = "missing") @Valid DrillRequest request) {
        Drill drill = request.toDrill(clock.instant(), person());
        return drills.add(drill).replaceWith(() -> DrillsResponse.Item.from(drill));
    }

    @GET
    @RolesAllowed({Roles.SECURITY, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(summary = "List drills", description = "The one recorded last first.")
    public Uni<DrillsResponse> list(
            @Parameter(description = "How many at most, 1 to 200; 50 unless said otherwise") @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = person();
        int size = PageSize.parse(limit).entries();
        Drills.Position before =
                cursor == null ? Drills.Position.START : Drills.Position.of(cursors.position(reader, LIST, cursor));
        return drills.newestFirst(before, size + 1).map(found -> page(reader, found, size));
    }

    private DrillsResponse page(SubjectRef reader, List<Drill> found, int size) {
        if (found.size() <= size) {
            return DrillsResponse.of(found, null);
        }
        Drill last = found.get(size - 1);
        byte[] position = new Drills.Position(last.recordedAt(), last.id()).bytes();
        return DrillsResponse.of(found.subList(0, size), cursors.of(reader, LIST, position));
    }

    private SubjectRef person() {
        return workforce.ref(staff.person().id());
    }
}
