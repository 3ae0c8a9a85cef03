package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Decisions: the standing one of every purpose, or the history. */
@Confidential
record ConsentsResponse(List<Item> consents) {

    /** Every purpose; one that was never decided about is not granted and has neither policy version nor time. */
    static ConsentsResponse standing(ConsentState state) {
        return new ConsentsResponse(Arrays.stream(Purpose.values())
                .map(purpose -> state.about(purpose).map(Item::from).orElseGet(() -> Item.undecided(purpose)))
                .toList());
    }

    static ConsentsResponse history(List<Decision> decisions) {
        return new ConsentsResponse(decisions.stream().map(Item::from).toList());
    }

    @Confidential
    record Item(Purpose purpose, boolean granted, String policyVersion, Instant decidedAt) {

        static Item from(Decision decision) {
            return new Item(decision.purpose(), decision.granted(), decision.policyVersion(), decision.decidedAt());
        }

        private static Item undecided(Purpose purpose) {
            return new Item(purpose, false, null, null);
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
