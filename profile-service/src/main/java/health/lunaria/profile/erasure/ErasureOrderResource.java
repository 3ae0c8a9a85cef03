package health.lunaria.profile.erasure;

import health.lunaria.profile.provider.CallerAccount;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.FreshLogin;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/profile/erasure")
@RolesAllowed(Roles.USER)
@Cache(noStore = true)
@Tag(name = "Erasure")
public class ErasureOrderResource {

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final Caller caller;
    private final FreshLogin freshLogin;
    private final CallerAccount account;
    private final SubjectKeys keys;
    private final ErasureService erasures;

    ErasureOrderResource(
            Caller caller, FreshLogin freshLogin, CallerAccount account, SubjectKeys keys, ErasureService erasures) {
        this.caller = caller;
        this.freshLogin = freshLogin;
        this.account = account;
        this.keys = keys;
        this.erasures = erasures;
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Have everything erased",
            description =
                    "The account and all data in every service, backups included. Needs a login of the last five minutes"
                            + " (401 with the challenge of RFC 9470 otherwise). It can be cancelled for 72 hours, or as long as"
                            + " is asked for. Asked again while one is open, that one is answered, and begins earlier if wanted. Keep the id:"
                            + " by it the receipt can be fetched without an account.")
    public Uni<ErasureOrderResponse> post(@NotNull(message = "missing") @Valid ErasureOrderRequest request) {
        freshLogin.require();
        Subject subject = caller.subject();
        return account.link()
                .chain(() -> keys.using(subject, key -> erasures.order(subject, key, request.coolingOff())))
                .map(ErasureOrderResponse::from);
    }

    @GET
    @Operation(summary = "Ask for the erasure that is open")
    public Uni<ErasureOrderResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> erasures.read(subject, key)).map(ErasureOrderResponse::from);
    }

    @DELETE
    @ResponseStatus(NO_CONTENT)
    @Operation(summary = "Cancel the erasure", description = "As long as it has not begun.")
    public Uni<Void> cancel() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> erasures.cancel(subject, key));
    }
}
