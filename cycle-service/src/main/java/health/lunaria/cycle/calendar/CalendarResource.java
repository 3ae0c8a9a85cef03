package health.lunaria.cycle.calendar;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/calendar")
@RolesAllowed(Roles.USER)
@Tag(name = "Calendar")
public class CalendarResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final CalendarFeedService feeds;
    private final CalendarConfig config;

    CalendarResource(Caller caller, SubjectKeys keys, CalendarFeedService feeds, CalendarConfig config) {
        this.caller = caller;
        this.keys = keys;
        this.feeds = feeds;
        this.config = config;
    }

    @POST
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Make the calendar feed",
            description =
                    "Answers its address, this once; an earlier address is dead. Whoever has the address can read the feed.")
    public Uni<CalendarResponse> make(@NotNull(message = "missing") CalendarRequest request) {
        Subject subject = caller.subject();
        String secret = FeedSecret.random();
        return keys.using(subject, key -> feeds.make(subject, key, request.detail(), secret))
                .map(feed -> CalendarResponse.of(feed, config.origin() + FeedResource.path(secret)));
    }

    @GET
    @WhileRestricted
    @Operation(summary = "Read what the calendar feed tells", description = "404 if there is none. Not its address.")
    public Uni<CalendarResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> feeds.find(subject, key))
                .map(found -> found.map(CalendarResponse::of)
                        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }

    @DELETE
    @WhileRestricted
    @Operation(summary = "Revoke the calendar feed", description = "Its address is dead at once.")
    public Uni<Void> revoke() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> feeds.revoke(subject, key));
    }
}
