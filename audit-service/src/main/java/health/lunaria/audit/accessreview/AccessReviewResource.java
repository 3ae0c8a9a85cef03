package health.lunaria.audit.accessreview;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.accesslog.PageSize;
import health.lunaria.audit.workforce.Roster;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/audit/access-reviews")
@RolesAllowed({Roles.SECURITY, Roles.AUDITOR})
@InGoodStanding
@Tag(name = "Access reviews")
public class AccessReviewResource {

    private static final int CREATED = 201;

    /** Cursors were given out under these names: never change them. */
    private static final String LIST = "access_review";

    private static final String ITEMS = "access_review_item";

    private static final UUID FIRST = new UUID(0, 0);

    private final Staff staff;
    private final Workforce workforce;
    private final Roster roster;
    private final AccessReviewService reviews;
    private final Cursors cursors;

    AccessReviewResource(
            Staff staff, Workforce workforce, Roster roster, AccessReviewService reviews, Cursors cursors) {
        this.staff = staff;
        this.workforce = workforce;
        this.roster = roster;
        this.reviews = reviews;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.SECURITY)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Open an access review",
            description = "It has everybody who is in the register now. One is open at a time.")
    public Uni<AccessReviewsResponse.Item> open() {
        SubjectRef by = person();
        return roster.read(Actor.staff(Roles.SECURITY))
                .chain(register -> reviews.open(register, by))
                .onFailure(ConstraintViolationException.class)
                .transform(another -> new ProblemException(AuditProblem.ACCESS_REVIEW_OPEN))
                .map(AccessReviewsResponse.Item::from);
    }

    @GET
    @Cache(noStore = true)
    @Operation(summary = "List access reviews", description = "The newest first.")
    public Uni<AccessReviewsResponse> list(
            @Parameter(description = "How many at most, 1 to 200; 50 unless said otherwise") @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = person();
        int size = PageSize.parse(limit).entries();
        ReviewPosition before =
                cursor == null ? ReviewPosition.START : ReviewPosition.of(cursors.position(reader, LIST, cursor));
        return reviews.newestFirst(before, size + 1).map(found -> page(reader, found, size));
    }

    @GET
    @Path("/{id}")
    @Cache(noStore = true)
    @Operation(
            summary = "Read an access review",
            description = "Some of its members, in no order that means anything, and what was decided about them.")
    public Uni<AccessReviewResponse> get(
            @PathParam("id") String id,
            @Parameter(description = "How many members at most, 1 to 200; 50 unless said otherwise")
                    @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the members before") @QueryParam("cursor") String cursor) {
        UUID review = PathId.parse(id);
        SubjectRef reader = person();
        int size = PageSize.parse(limit).entries();
        UUID after = cursor == null ? FIRST : position(cursors.position(reader, ITEMS, cursor));
        Actor by = reader();
        return reviews.get(review)
                .chain(found -> reviews.items(review, after, size, by)
                        .map(items -> AccessReviewResponse.of(found, items, next(reader, items, size))));
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed(Roles.SECURITY)
    @Operation(
            summary = "Decide about a member",
            description = "Once, and not about yourself. What is revoked is to be carried out where access is given.")
    public Uni<AccessReviewResponse.Item> decide(
            @PathParam("id") String id, @NotNull(message = "missing") @Valid DecisionRequest request) {
        return reviews.decide(PathId.parse(id), request.item(), request.decision(), request.reason(), person())
                .map(AccessReviewResponse.Item::from);
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed(Roles.SECURITY)
    @Operation(summary = "Close an access review", description = "When it was decided about everybody.")
    public Uni<AccessReviewsResponse.Item> close(@PathParam("id") String id) {
        return reviews.close(PathId.parse(id), person()).map(AccessReviewsResponse.Item::from);
    }

    private AccessReviewsResponse page(SubjectRef reader, List<AccessReview> found, int size) {
        if (found.size() <= size) {
            return AccessReviewsResponse.of(found, null);
        }
        AccessReview last = found.get(size - 1);
        byte[] position = new ReviewPosition(last.openedAt(), last.id()).bytes();
        return AccessReviewsResponse.of(found.subList(0, size), cursors.of(reader, LIST, position));
    }

    /** A full page may be the last one; the next one is empty then. Who reads one more than she sees would be recorded for it. */
    private String next(SubjectRef reader, List<ReviewItem> items, int size) {
        return items.size() < size
                ? null
                : cursors.of(
                        reader, ITEMS, Locator.ofId(items.get(size - 1).id()).bytes());
    }

    private static UUID position(byte[] bytes) {
        ByteBuffer position = ByteBuffer.wrap(bytes);
        return new UUID(position.getLong(), position.getLong());
    }

    private Actor reader() {
        return Actor.staff(staff.roles().contains(Roles.AUDITOR) ? Roles.AUDITOR : Roles.SECURITY);
    }

    private SubjectRef person() {
        return workforce.ref(staff.person().id());
    }
}
