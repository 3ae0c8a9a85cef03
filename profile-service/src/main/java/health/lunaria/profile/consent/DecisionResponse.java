package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;

/** A decision as it was made. */
@Confidential
record DecisionResponse(Purpose purpose, boolean granted, String policyVersion, Instant decidedAt) {

    static DecisionResponse from(Decision decision) {
        return new DecisionResponse(
                decision.purpose(), decision.granted(), decision.policyVersion(), decision.decidedAt());
    }

    /** Newest first. */
    @Confidential
    record History(List<DecisionResponse> consents) {

        static History of(List<Decision> decisions) {
            return new History(decisions.stream().map(DecisionResponse::from).toList());
        }

        @Override
        public String toString() {
            return "History[redacted]";
        }
    }

    @Override
    public String toString() {
        return "DecisionResponse[redacted]";
    }
}
