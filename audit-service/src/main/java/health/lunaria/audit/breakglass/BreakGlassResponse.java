package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exception; steps that were not taken are left out. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreakGlassResponse(
        UUID id,
        State state,
        Sensitive<String> subject,
        String ticket,
        Sensitive<String> reason,
        By request,
        List<By> approvals,
        By cancellation,
        By use) {

    /** Who took a step, in which role, and when. */
    @Confidential
    record By(Sensitive<String> person, String role, Instant at) {

        private static By from(Act act) {
            return act == null ? null : new By(Sensitive.of(act.person()), act.role(), act.at());
        }

        @Override
        public String toString() {
            return "By[redacted]";
        }
    }

    static BreakGlassResponse of(UUID id, BreakGlass grant, Instant now) {
        return new BreakGlassResponse(
                id,
                BreakGlassRules.state(grant, now),
                Sensitive.of(grant.subject()),
                grant.ticket(),
                grant.reason(),
                By.from(grant.request()),
                grant.approvals().stream().map(By::from).toList(),
                By.from(grant.cancellation()),
                By.from(grant.use()));
    }

    @Override
    public String toString() {
        return "BreakGlassResponse[redacted]";
    }
}
