package health.lunaria.cycle.breakglass;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** audit-service's door for the use of exceptions: mutual TLS; who and about whom travels in bodies. */
@RegisterRestClient(configKey = "audit")
@Path("/internal/break-glass/redemptions")
public interface BreakGlassClient {

    /** Uses the exception up. Durable when it answers. */
    @POST
    @Operation(hidden = true)
    Uni<Answer> redeem(Redemption redemption);

    /**
     * @param person who is calling, by her token
     * @param roles those of the staff that the token has
     */
    record Redemption(UUID id, String person, Set<String> roles) {

        @Override
        public String toString() {
            return "Redemption[redacted]";
        }
    }

    /**
     * Either whose data may be read, in which role and by which receipt, or why not.
     *
     * @param receipt place in the transparency log of the event that tells of the use
     * @param refusal slug of audit-service's problem
     * @param who in whose person a condition fails, if not in the caller's own
     */
    record Answer(String subject, String role, Long receipt, String refusal, String who) {

        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }
}
