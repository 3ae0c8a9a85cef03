package health.lunaria.billing.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.MetadataStore;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import health.lunaria.billing.BillingProblem;
import health.lunaria.safeguards.problem.CardNumbers;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Reads what Stripe sends: only what it signed within the last {@link #TOLERANCE}. */
@ApplicationScoped
class StripeEvents {

    /** Stripe's own default; it bounds how long a recorded notification can be replayed. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final StripeConfig config;
    private final MeterRegistry registry;

    StripeEvents(StripeConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    /**
     * @return empty if it does not concern us
     * @throws ProblemException 400 {@code invalid-signature}, {@code malformed-body} or {@code card-number-refused}
     */
    Optional<StripeNotification> read(String body, String signature) {
        requireSignature(body, signature);
        try {
            Event event = event(Event.GSON.fromJson(body, JsonElement.class));
            StripeObject object = event.getDataObjectDeserializer().deserializeUnsafe();
            refuseCardNumbers(object);
            return StripeMapping.map(event, object);
        } catch (EventDataObjectDeserializationException | JsonParseException unreadable) {
            throw new ProblemException(CommonProblem.MALFORMED_BODY);
        }
    }

    /** The library's own reading fails in many ways on what is no event, so its shape is looked at first. */
    private static Event event(JsonElement body) {
        if (body instanceof JsonObject members
                && members.has("id")
                && members.has("created")
                && members.get("data") instanceof JsonObject data
                && data.get("object") instanceof JsonObject) {
            return Event.GSON.fromJson(members, Event.class);
        }
        throw new ProblemException(CommonProblem.MALFORMED_BODY);
    }

    private void requireSignature(String body, String signature) {
        try {
            if (signature == null
                    || !Webhook.Signature.verifyHeader(
                            body, signature, config.webhookSecret(), TOLERANCE.toSeconds())) {
                throw new ProblemException(BillingProblem.INVALID_SIGNATURE);
            }
        } catch (SignatureVerificationException | NumberFormatException refused) {
            throw new ProblemException(BillingProblem.INVALID_SIGNATURE);
        }
    }

    /** The one place where somebody of ours could have put one; the random account id is none. */
    private void refuseCardNumbers(StripeObject object) {
        if (object instanceof MetadataStore<?> store && store.getMetadata() != null) {
            boolean found = store.getMetadata().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(StripeMapping.ACCOUNT_ID))
                    .anyMatch(entry -> CardNumbers.isContainedIn(entry.getValue()));
            if (found) {
                registry.counter(CardNumbers.REFUSED_METRIC).increment();
                throw new ProblemException(
                        CommonProblem.CARD_NUMBER_REFUSED, new FieldError("data.object.metadata", "card-number"));
            }
        }
    }
}
