package health.lunaria.profile.consent;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cycle-service's door for what must not be remembered any more: mutual TLS; the subject travels in the body. */
@RegisterRestClient(configKey = "cycle")
@Path("/internal/consents/changed")
public interface ConsentChangeClient {

    @POST
    @Operation(hidden = true)
    Uni<Void> changed(Change change);

    record Change(String subject) {

        @Override
        public String toString() {
            return "Change[redacted]";
        }
    }
}
