package health.lunaria.safeguards.erasure;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where profile-service, which conducts erasures, has somebody erased: in every service the same. Done when it answers. */
@Path("/internal/erasure")
@RolesAllowed(Roles.PEER_PROFILE)
public class ErasureResource {

    private final SubjectErasure erasure;

    ErasureResource(SubjectErasure erasure) {
        this.erasure = erasure;
    }

    record ErasureRequest(
            @NotNull(message = "missing") UUID erasure,

            @NotBlank(message = "missing") @Size(max = 255, message = "too-long")
            String subject) {

        @Override
        public String toString() {
            return "ErasureRequest[redacted]";
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<Erased> erase(@NotNull(message = "missing") @Valid ErasureRequest request) {
        return erasure.erase(request.erasure(), new Subject(request.subject()));
    }
}
