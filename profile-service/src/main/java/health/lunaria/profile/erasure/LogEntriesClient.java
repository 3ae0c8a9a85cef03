package health.lunaria.profile.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** audit-service's door for the log's entries about an erasure. */
@RegisterRestClient(configKey = "audit")
@Path("/internal/erasure-entries")
interface LogEntriesClient {

    @POST
    @Operation(hidden = true)
    Uni<Entries> entries(Question question);

    record Question(UUID erasure) {}

    /** @param entries those that are published, by their place in the log */
    record Entries(List<LogEntry> entries) {}

    /**
     * @param index place in the log
     * @param proof a C2SP {@code tlog-proof@v1} with what opens the entry
     */
    record LogEntry(String action, Instant time, long index, String proof) {}
}
