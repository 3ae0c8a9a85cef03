package health.lunaria.profile.consent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.profile.receipt.ReceiptConfig;
import health.lunaria.safeguards.policy.Policy;
import java.util.UUID;

/**
 * What a receipt states. The fields are those of ISO/IEC TS 27560:2023 that apply, named in its manner, in a form of our own:
 * that document prescribes what a consent record holds and leaves the encoding open. Nothing in it says who she is: whoever holds it
 * shows it, and it names nobody to whoever finds it.
 */
final class ReceiptStatement {

    /** Verifiers may rely on it: another form is another version. */
    private static final String SCHEMA = "lunaria-consent-receipt/1";

    private static final String WITHDRAWAL =
            "At any time and without a reason, in the app where it was given: PUT /v1/profile/consents/%s, granted: false."
                    + " What was done before remains lawful.";

    private ReceiptStatement() {}

    /** @param policy that was shown */
    static String of(UUID id, Decision decision, Policy policy, ReceiptConfig.Controller controller) {
        String purpose = decision.purpose().slug();
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("schema_version", SCHEMA)
                .put("record_id", id.toString())
                .put("purpose", purpose)
                .put("consent_given", decision.granted())
                .put("event_time", decision.decidedAt().toString());
        statement
                .putObject("privacy_notice")
                .put("name", policy.name())
                .put("version", policy.version())
                .put("sha256", policy.sha256());
        statement.putObject("pii_controller").put("name", controller.name()).put("contact", controller.contact());
        return statement.put("withdrawal_method", WITHDRAWAL.formatted(purpose)).toString();
    }
}
