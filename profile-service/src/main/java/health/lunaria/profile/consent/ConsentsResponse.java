package health.lunaria.profile.consent;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What holds now for each purpose. */
@Confidential
record ConsentsResponse(List<Item> consents) {

    /** Every purpose; one that was never decided about is not granted and has neither policy version nor time. */
    static ConsentsResponse of(ConsentState state, PurposePolicies policies, LocalDate today) {
        return new ConsentsResponse(Arrays.stream(Purpose.values())
                .map(purpose -> state.about(purpose)
                        .map(decision -> Item.from(decision, policies, today))
                        .orElseGet(() -> Item.undecided(purpose)))
                .toList());
    }

    /**
     * @param granted whether it counts as a yes now
     * @param askAgain whether the policy says something else than the version that was decided about; a yes to that one
     *     counts for some days more
     */
    @Confidential
    record Item(Purpose purpose, boolean granted, String policyVersion, Instant decidedAt, boolean askAgain) {

        private static Item from(Decision decision, PurposePolicies policies, LocalDate today) {
            return new Item(
                    decision.purpose(),
                    decision.isYes(policies, today),
                    decision.policyVersion(),
                    decision.decidedAt(),
                    policies.asksAgain(decision.purpose(), decision.policyVersion(), today));
        }

        private static Item undecided(Purpose purpose) {
            return new Item(purpose, false, null, null, false);
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ConsentsResponse[redacted]";
    }
}
