package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * What somebody decided about one purpose.
 *
 * @param policyVersion version of the policy that was shown
 */
@Confidential
record Decision(Purpose purpose, boolean granted, String policyVersion, Instant decidedAt) {

    boolean saysTheSameAs(Decision other) {
        return purpose == other.purpose && granted == other.granted && policyVersion.equals(other.policyVersion);
    }

    @Override
    public String toString() {
        return "Decision[redacted]";
    }
}
