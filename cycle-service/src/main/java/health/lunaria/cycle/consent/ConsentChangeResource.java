package health.lunaria.cycle.consent;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where profile-service tells that somebody withdrew, consented or restricted, so that nobody acts on what is remembered of her.
 * It reads and writes nothing of hers: the next request asks.
 */
@Path("/internal/consents/changed")
@RolesAllowed(Roles.PEER_PROFILE)
@AsksConsentItself
public class ConsentChangeResource {

    private final Consents consents;

    ConsentChangeResource(Consents consents) {
        this.consents = consents;
    }

    record Change(
            @NotBlank(message = "missing") @Size(max = 255, message = "too-long")
            String subject) {

        @Override
        public String toString() {
            return "Change[redacted]";
        }
    }

    @POST
    @Operation(hidden = true)
    public void changed(@NotNull(message = "missing") @Valid Change change) {
        consents.changed(new Subject(change.subject()));
    }
}
