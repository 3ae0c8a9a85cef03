package health.lunaria.cycle.consent;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** profile-service's door for consent questions: mutual TLS; the subject travels in the body. */
@RegisterRestClient(configKey = "profile")
@Path("/internal/consents/check")
public interface ConsentClient {

    @POST
    @Operation(hidden = true)
    Uni<Answer> check(Question question);

    record Question(String subject, String purpose) {

        @Override
        public String toString() {
            return "Question[" + purpose + "]";
        }
    }

    /** @param restricted whether she restricted the processing; {@code null} is no answer */
    record Answer(boolean granted, Boolean restricted) {}
}
