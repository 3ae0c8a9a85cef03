package health.lunaria.audit.breakglass;

import health.lunaria.audit.incident.Position;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.http.PathId;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Whom of the users to tell of an access: within 72 hours of the use, beside her access log, which tells at once. */
@Path("/v1/audit/break-glass/notices")
@RolesAllowed(Roles.DPO)
@InGoodStanding
@Tag(name = "Break-glass")
public class NoticeResource {

    private static final int PAGE = 100;

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "break_glass_notice";

    private final Staff staff;
    private final Workforce workforce;
    private final NoticeService notices;
    private final NoticeRows rows;
    private final Cursors cursors;
    private final Clock clock;

    NoticeResource(
            Staff staff, Workforce workforce, NoticeService notices, NoticeRows rows, Cursors cursors, Clock clock) {
        this.staff = staff;
        this.workforce = workforce;
        this.notices = notices;
        this.rows = rows;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * An exception whose user waits to be told.
     *
     * @param id of the exception, which says whom it is about
     */
    record Waiting(UUID id, Instant dueAt, boolean overdue) {}

    @GET
    @RolesAllowed({Roles.DPO, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(
            summary = "List whose users are still to be told, the most urgent first",
            description = "100 at a time, by the id of the exception; nothing in the list is about a user.")
    public Uni<StepPage<Waiting>> waiting(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = workforce.ref(staff.person().id());
        Position after = cursor == null ? Position.EARLIEST : Position.of(cursors.position(reader, LIST, cursor));
        return rows.waiting(after, PAGE + 1).map(found -> page(reader, found));
    }

    @POST
    @Path("/{id}/told")
    @Operation(
            summary = "Keep that the user was told",
            description = "Once. She sees it in her access log. What nobody was told of in time is an incident.")
    public Uni<Void> told(@PathParam("id") String id, @NotNull(message = "missing") @Valid ToldRequest request) {
        return notices.told(PathId.parse(id), request, staff.person());
    }

    private StepPage<Waiting> page(SubjectRef reader, List<NoticeRows.Waiting> found) {
        Instant now = clock.instant();
        List<Waiting> entries = found.stream()
                .limit(PAGE)
                .map(notice -> new Waiting(
                        notice.grant(), notice.dueAt(), notice.dueAt().isBefore(now)))
                .toList();
        if (found.size() <= PAGE) {
            return new StepPage<>(entries, null);
        }
        Waiting last = entries.get(PAGE - 1);
        return new StepPage<>(entries, cursors.of(reader, LIST, new Position(last.dueAt(), last.id()).bytes()));
    }
}
