package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest decision of each purpose that was decided about. No decision is no consent. */
@Confidential
record ConsentState(List<Decision> decisions) {

    static final ConsentState NONE = new ConsentState(List.of());

    ConsentState {
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    Optional<Decision> about(Purpose purpose) {
        return decisions.stream()
                .filter(decision -> decision.purpose() == purpose)
                .findFirst();
    }

    boolean isGranted(Purpose purpose) {
        return about(purpose).map(Decision::granted).orElse(false);
    }

    ConsentState with(Decision newest) {
        Stream<Decision> others = decisions.stream().filter(decision -> decision.purpose() != newest.purpose());
        return new ConsentState(Stream.concat(others, Stream.of(newest)).toList());
    }

    @Override
    public String toString() {
        return "ConsentState[redacted]";
    }
}
