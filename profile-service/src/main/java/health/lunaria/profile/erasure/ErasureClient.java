package health.lunaria.profile.erasure;

import health.lunaria.safeguards.erasure.Erased;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A service's door for erasures: mutual TLS; the subject travels in the body. May be repeated. */
interface ErasureClient {

    /** Done when it answers. */
    @POST
    @Operation(hidden = true)
    Uni<Erased> erase(Whom whom);

    record Whom(UUID erasure, String subject) {

        @Override
        public String toString() {
            return "Whom[redacted]";
        }
    }
}
