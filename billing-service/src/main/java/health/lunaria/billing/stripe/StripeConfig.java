package health.lunaria.billing.stripe;

import io.smallrye.config.ConfigMapping;

/** Settings of the Stripe store. */
@ConfigMapping(prefix = "lunaria.stripe")
interface StripeConfig {

    /** The webhook endpoint's signing secret. Nothing starts without one. */
    String webhookSecret();
}
