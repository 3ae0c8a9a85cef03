package health.lunaria.audit.accesslog;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.event.EventService;
import health.lunaria.audit.log.Log;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Proofs for the person herself that what her access log shows stands in the public log. */
@Path("/v1/audit/access-log/{index}/proof")
@RolesAllowed(Roles.USER)
@Tag(name = "Access log")
public class ProofResource {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,14}");

    private final Caller caller;
    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final EventService events;
    private final Log log;

    ProofResource(Caller caller, Pseudonyms pseudonyms, SubjectKeys keys, EventService events, Log log) {
        this.caller = caller;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.events = events;
        this.log = log;
    }

    @GET
    @Produces("text/plain;charset=utf-8")
    @Cache(noStore = true)
    @Operation(
            summary = "Read the proof of an entry",
            description =
                    "A C2SP tlog-proof@v1, to be checked offline. Its extra line holds the salt and the entry, as JSON"
                            + " in base64: who sees it, sees the entry.")
    @APIResponse(responseCode = "200", description = "The proof")
    @APIResponse(responseCode = "404", description = "There is no such entry of yours")
    @APIResponse(responseCode = "409", description = "Logged, but not published yet")
    public Uni<String> read(@PathParam("index") String text) {
        if (!INDEX.matcher(text).matches()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        long index = Long.parseLong(text);
        Subject subject = caller.subject();
        return keys.using(pseudonyms.of(subject), key -> events.commitment(subject, key, index))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblem.NOT_FOUND))
                .chain(commitment -> log.proof(index)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ProblemException(AuditProblem.NOT_PUBLISHED_YET))
                        .map(proof -> proof.text(commitment.json())));
    }
}
