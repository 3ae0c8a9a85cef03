package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody took back and that has to hold after a backup of the data was restored.
 *
 * @param subject for the audit record of who does it again
 * @param purpose of the consent; {@code null} if she restricted the processing
 * @param policyVersion that was shown; {@code null} for a restriction
 * @param at when
 */
@Confidential
record Withdrawal(String subject, Purpose purpose, String policyVersion, Instant at) {

    static Withdrawal of(String subject, Decision no) {
        return new Withdrawal(subject, no.purpose(), no.policyVersion(), no.decidedAt());
    }

    static Withdrawal restriction(String subject, Instant at) {
        return new Withdrawal(subject, null, null, at);
    }

    /** What it is about; never changed, as stored locators depend on it. */
    String topic() {
        return "withdrawal/" + (purpose == null ? "restriction" : purpose.slug());
    }

    Optional<Decision> decision() {
        return Optional.ofNullable(purpose).map(about -> new Decision(about, false, policyVersion, at));
    }

    /** Whether this state does not know of it: all that it says about the matter is from before. */
    boolean isNewsTo(ConsentState state) {
        Instant last = purpose == null
                ? state.restriction().since()
                : state.about(purpose).map(Decision::decidedAt).orElse(null);
        boolean holds = purpose == null
                ? state.restriction().restricted()
                : state.about(purpose).map(decision -> !decision.granted()).orElse(false);
        return !holds && (last == null || last.isBefore(at));
    }

    @Override
    public String toString() {
        return "Withdrawal[redacted]";
    }
}
