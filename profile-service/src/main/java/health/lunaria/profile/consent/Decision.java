package health.lunaria.profile.consent;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody decided about one purpose.
 *
 * @param policyVersion version of the policy that was shown
 */
@Confidential
record Decision(Purpose purpose, boolean granted, String policyVersion, Instant decidedAt) {

    /** Whether it still counts as a yes, as the policies are today. */
    boolean isYes(PurposePolicies policies, LocalDate today) {
        return granted && policies.counts(purpose, policyVersion, today);
    }

    boolean saysTheSameAs(Decision other) {
        return purpose == other.purpose && granted == other.granted && policyVersion.equals(other.policyVersion);
    }

    @Override
    public String toString() {
        return "Decision[redacted]";
    }
}
