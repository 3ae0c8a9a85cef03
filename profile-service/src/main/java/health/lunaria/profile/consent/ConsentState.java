package health.lunaria.profile.consent;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds about somebody's data.
 *
 * @param decisions the newest of each purpose that was decided about; no decision is no consent
 */
@Confidential
record ConsentState(List<Decision> decisions, Restriction restriction, PrivacyChoices choices) {

    static final ConsentState NONE = new ConsentState(List.of(), null, null);

    ConsentState {
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        restriction = restriction == null ? Restriction.NONE : restriction;
        choices = choices == null ? PrivacyChoices.DEFAULT : choices;
    }

    Optional<Decision> about(Purpose purpose) {
        return decisions.stream()
                .filter(decision -> decision.purpose() == purpose)
                .findFirst();
    }

    boolean isGranted(Purpose purpose, PurposePolicies policies, LocalDate today) {
        return about(purpose).map(decision -> decision.isYes(policies, today)).orElse(false);
    }

    ConsentState with(Decision newest) {
        Stream<Decision> others = decisions.stream().filter(decision -> decision.purpose() != newest.purpose());
        return new ConsentState(Stream.concat(others, Stream.of(newest)).toList(), restriction, choices);
    }

    /** The time stays if it was said before. */
    ConsentState restricted(boolean restricted, Instant now) {
        return restricted == restriction.restricted()
                ? this
                : new ConsentState(decisions, new Restriction(restricted, now), choices);
    }

    ConsentState choosing(PrivacyChoices chosen) {
        return new ConsentState(decisions, restriction, chosen);
    }

    @Override
    public String toString() {
        return "ConsentState[redacted]";
    }
}
