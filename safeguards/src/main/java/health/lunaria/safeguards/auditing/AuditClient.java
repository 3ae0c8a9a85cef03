package health.lunaria.safeguards.auditing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** audit-service's door for the other services: mutual TLS, the sender known by its certificate. */
@RegisterRestClient(configKey = "audit")
@Path("/internal/events")
public interface AuditClient {

    /** Durable when it answers. Events that were delivered before are not counted twice. */
    @POST
    @Operation(hidden = true)
    Uni<Void> deliver(Batch batch);

    /**
     * @param outbox where they come from
     * @param events 1 to 1,024, in the order in which they happened as far as known
     */
    record Batch(UUID outbox, List<AccessEvent> events) {}
}
