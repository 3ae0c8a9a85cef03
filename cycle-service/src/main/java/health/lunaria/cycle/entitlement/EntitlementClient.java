package health.lunaria.cycle.entitlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** billing-service's door for questions about what was bought: mutual TLS; the subject travels in the body. */
@RegisterRestClient(configKey = "billing")
@Path("/internal/entitlements/check")
public interface EntitlementClient {

    @POST
    @Operation(hidden = true)
    Uni<Answer> check(Question question);

    record Question(String subject, String entitlement) {

        @Override
        public String toString() {
            return "Question[" + entitlement + "]";
        }
    }

    record Answer(boolean granted) {}
}
