package health.lunaria.billing.entitlement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a subscription is at, whatever store it was bought in. The names stand in stored data: never rename one. */
@Schema(
        enumeration = {
            "pending",
            "paused",
            "hold",
            "grace",
            "trial",
            "active",
            "cancelled-running",
            "expired",
            "revoked"
        })
public enum SubscriptionState {
    PENDING(false),
    PAUSED(false),
    HOLD(false),
    GRACE(true),
    TRIAL(true),
    ACTIVE(true),
    /** Paid for to the end of the period, and not renewed then. */
    CANCELLED_RUNNING(true),
    EXPIRED(false),
    REVOKED(false);

    private final boolean active;

    SubscriptionState(boolean active) {
        this.active = active;
    }

    /** Whether it gives access. */
    public boolean isActive() {
        return active;
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
