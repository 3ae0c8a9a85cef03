package health.lunaria.safeguards.auditing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** audit-service's door for what the outboxes say of themselves. */
@RegisterRestClient(configKey = "audit")
@Path("/internal/outbox-statements")
public interface StatementClient {

    @POST
    @Operation(hidden = true)
    Uni<Void> state(OutboxStatement statement);
}
