package health.lunaria.billing.stripe;

import health.lunaria.billing.entitlement.EntitlementService;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where Stripe tells what became of a purchase. Stripe has no access token; its signature over the body is what lets it
 * in. Everything that is signed is acknowledged, whether it concerns us or not, so that Stripe does not send it again;
 * what became of it is counted as {@code lunaria.billing.notices} by outcome.
 */
@Path("/webhooks/stripe")
@PermitAll
@Tag(name = "Stores")
public class StripeWebhookResource {

    private static final int MAX_BODY = 256 * 1024;

    private final StripeEvents events;
    private final SubjectKeys keys;
    private final EntitlementService entitlements;
    private final MeterRegistry registry;

    StripeWebhookResource(
            StripeEvents events, SubjectKeys keys, EntitlementService entitlements, MeterRegistry registry) {
        this.events = events;
        this.keys = keys;
        this.entitlements = entitlements;
        this.registry = registry;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take a notification of Stripe", description = "For Stripe only; signed by it.")
    @APIResponse(responseCode = "204", description = "Taken, taken before, or of no concern here")
    @APIResponse(responseCode = "400", description = "Not signed by Stripe, or not readable")
    public Uni<Void> take(@HeaderParam("Stripe-Signature") String signature, String body) {
        if (body == null) {
            throw new ProblemException(CommonProblem.MALFORMED_BODY);
        }
        if (body.length() > MAX_BODY) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
        return events.read(body, signature)
                .map(this::take)
                .orElseGet(() -> Uni.createFrom().item("of-no-concern"))
                .invoke(this::count)
                .replaceWithVoid();
    }

    private Uni<String> take(StripeNotification notification) {
        return entitlements.ownerOf(notification.accountId()).chain(owner -> take(notification, owner));
    }

    private Uni<String> take(StripeNotification notification, Optional<SubjectRef> owner) {
        if (owner.isEmpty()) {
            return Uni.createFrom().item("unknown-account");
        }
        return keys.using(
                        owner.get(),
                        key -> entitlements.take(key, StripeMapping.STORE, notification.id(), notification.notice()))
                .map(isNew -> isNew ? "taken" : "duplicate");
    }

    private void count(String outcome) {
        registry.counter("lunaria.billing.notices", "store", StripeMapping.STORE, "outcome", outcome)
                .increment();
    }
}
