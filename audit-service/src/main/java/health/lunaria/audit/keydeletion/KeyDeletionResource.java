package health.lunaria.audit.keydeletion;

import health.lunaria.audit.accesslog.PageSize;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/audit/key-deletions")
@RolesAllowed(Roles.SECURITY)
@InGoodStanding
@Tag(name = "Key deletions")
public class KeyDeletionResource {

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "key_deletion";

    private final Staff staff;
    private final Workforce workforce;
    private final KeyDeletionService service;
    private final Cursors cursors;

    KeyDeletionResource(Staff staff, Workforce workforce, KeyDeletionService service, Cursors cursors) {
        this.staff = staff;
        this.workforce = workforce;
        this.service = service;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.SECURITY, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(
            summary = "List key deletions, the latest first",
            description = "Each with its steps and their places in the log. Nothing in the list is about a user.")
    public Uni<KeyDeletionsResponse> list(
            @Parameter(description = "How many at most, 1 to 200; 50 unless said otherwise") @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = workforce.ref(staff.person().id());
        int size = PageSize.parse(limit).entries();
        long before = cursor == null
                ? Long.MAX_VALUE
                : ByteBuffer.wrap(cursors.position(reader, LIST, cursor)).getLong();
        return service.newestFirst(before, size + 1).map(found -> page(reader, found, size));
    }

    @POST
    @Path("/{id}/approvals")
    @Operation(
            summary = "Approve one",
            description = "Two different people do; each approval counts for 48 hours. Older copies of the keyring are"
                    + " of no use to anybody from the deletion on.")
    public Uni<Void> approve(@PathParam("id") String id) {
        return take(id, Step.APPROVE);
    }

    @POST
    @Path("/{id}/refusals")
    @Operation(summary = "Refuse one", description = "One is enough. It is asked again after 24 hours at the earliest.")
    public Uni<Void> refuse(@PathParam("id") String id) {
        return take(id, Step.REFUSE);
    }

    private Uni<Void> take(String id, Step step) {
        return service.take(DeletionActor.security(staff.person()), PathId.parse(id), step)
                .invoke(Decided::failIfRefused)
                .replaceWithVoid();
    }

    private KeyDeletionsResponse page(SubjectRef reader, List<KeyDeletionsResponse.Entry> found, int size) {
        if (found.size() <= size) {
            return new KeyDeletionsResponse(found, null);
        }
        long last = found.get(size - 1).index();
        byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(last).array();
        return new KeyDeletionsResponse(found.subList(0, size), cursors.of(reader, LIST, position));
    }
}
