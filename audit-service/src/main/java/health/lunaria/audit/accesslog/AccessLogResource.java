package health.lunaria.audit.accesslog;

import health.lunaria.audit.event.EventFilter;
import health.lunaria.audit.event.EventPage;
import health.lunaria.audit.event.EventService;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/audit/access-log")
@RolesAllowed(Roles.USER)
@Tag(name = "Access log")
public class AccessLogResource {

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "access_log";

    private final Caller caller;
    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final EventService events;
    private final Cursors cursors;

    AccessLogResource(Caller caller, Pseudonyms pseudonyms, SubjectKeys keys, EventService events, Cursors cursors) {
        this.caller = caller;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.events = events;
        this.cursors = cursors;
    }

    @GET
    @Cache(noStore = true)
    @Operation(
            summary = "Read who accessed what of yours",
            description =
                    "The latest entries first. Reading the log is an access, too, and shows in it soon after. With a"
                            + " filter, a page may have fewer entries than fit, even none, and still a next one.")
    public Uni<AccessLogResponse> read(
            @Parameter(
                            description = "How many entries at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "Only accesses to this service's data, e.g. cycle-service") @QueryParam("service")
                    String service,
            @Parameter(description = "Only accesses by this kind of actor, e.g. self or staff") @QueryParam("actor")
                    String actor,
            @Parameter(description = "Only this action, e.g. cycle.days.read") @QueryParam("action") String action) {
        Subject subject = caller.subject();
        EventFilter filter = FilterQuery.parse(service, actor, action);
        int entries = PageSize.parse(limit).entries();
        SubjectRef ref = pseudonyms.of(subject);
        long before = cursor == null ? Long.MAX_VALUE : index(ref, cursor);
        return keys.using(ref, key -> events.newestFirst(subject, key, before, filter, entries))
                .map(page -> AccessLogResponse.of(page.events(), next(ref, page)));
    }

    private String next(SubjectRef subject, EventPage page) {
        return page.next() == null
                ? null
                : cursors.of(
                        subject,
                        LIST,
                        ByteBuffer.allocate(Long.BYTES).putLong(page.next()).array());
    }

    private long index(SubjectRef subject, String cursor) {
        return ByteBuffer.wrap(cursors.position(subject, LIST, cursor)).getLong();
    }
}
