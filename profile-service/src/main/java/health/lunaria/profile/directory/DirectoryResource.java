package health.lunaria.profile.directory;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** For the data protection officer who gets a letter with an address in it. */
@Path("/v1/profile/directory")
@RolesAllowed(Roles.DPO)
@WithoutStanding(because = "audit-service alone knows the register; each access is in the access log of the user")
@Cache(noStore = true)
@Tag(name = "Directory")
public class DirectoryResource {

    private final DirectoryService directory;

    DirectoryResource(DirectoryService directory) {
        this.directory = directory;
    }

    @POST
    @Path("/search")
    @Operation(
            summary = "Look up an e-mail address",
            description =
                    "Whether an account has it, and which requests of it are open. Nobody verified the address: that it"
                            + " is known does not show who wrote a letter. It is in the access log of each user with it.")
    public Uni<DirectoryResponse> search(@NotNull(message = "missing") @Valid DirectoryRequest request) {
        return directory.search(Sensitive.of(request.email()));
    }
}
