package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.takeaway.TakeawayAnswers;
import health.lunaria.safeguards.takeaway.TakeawayRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where profile-service fetches this service's part of somebody's archive. */
@Path(TakeawayAnswers.PATH)
@RolesAllowed(Roles.PEER_PROFILE)
public class TakeawayResource {

    private final TakeawayAnswers answers;
    private final BillingTakeaway part;

    TakeawayResource(TakeawayAnswers answers, BillingTakeaway part) {
        this.answers = answers;
        this.part = part;
    }

    @POST
    @Blocking
    @Operation(hidden = true)
    public Uni<Response> export(@NotNull(message = "missing") @Valid TakeawayRequest request, RoutingContext exchange) {
        return answers.answer(part, request, exchange);
    }
}
