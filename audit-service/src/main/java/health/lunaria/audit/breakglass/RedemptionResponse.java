package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;

/**
 * Either whose data may be read, with the receipt, or why not.
 *
 * @param role in which the person acts
 * @param receipt place in the log of the event that tells of the use
 * @param refusal slug of the problem
 * @param who in whose person a condition fails; {@code null} if in the caller's own or in nobody's
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedemptionResponse(String subject, String role, Long receipt, String refusal, String who) {

    static RedemptionResponse of(Outcome outcome) {
        if (outcome.isRefused()) {
            Refusal refusal = outcome.refusal();
            return new RedemptionResponse(null, null, null, refusal.problem().slug(), refusal.who());
        }
        BreakGlass used = outcome.grant();
        return new RedemptionResponse(used.subject(), used.use().role(), outcome.logIndex(), null, null);
    }

    @Override
    public String toString() {
        return "RedemptionResponse[redacted]";
    }
}
