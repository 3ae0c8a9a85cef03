package health.lunaria.profile.request;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * The last seconds that are in time.
 *
 * @param confirmBy {@code null} if no regime asks for a confirmation
 * @param answerBy the earliest of the regimes; a refusal has to be told by then even after an extension (GDPR 12(4))
 * @param extendedBy the earliest after an extension; {@code answerBy} if one of the regimes has none that gives more time
 */
record Dates(Instant confirmBy, Instant answerBy, Instant extendedBy) {

    boolean canBeExtended() {
        return extendedBy.isAfter(answerBy);
    }

    /** By when it has to be answered. */
    Instant due(boolean extended) {
        return extended ? extendedBy : answerBy;
    }

    /** What comes next in this state. */
    Instant next(State state, boolean extended) {
        Instant due = due(extended);
        return Optional.ofNullable(confirmBy)
                .filter(confirm -> state == State.RECEIVED && confirm.isBefore(due))
                .orElse(due);
    }

    boolean isAnswerLate(Instant at) {
        return WorkingCalendar.isLate(answerBy, at);
    }
}
