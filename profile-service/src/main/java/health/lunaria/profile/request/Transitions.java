package health.lunaria.profile.request;

import static health.lunaria.profile.request.State.CONFIRMED;
import static health.lunaria.profile.request.State.DONE;
import static health.lunaria.profile.request.State.EXTENDED;
import static health.lunaria.profile.request.State.IN_PROGRESS;
import static health.lunaria.profile.request.State.RECEIVED;
import static health.lunaria.profile.request.State.REFUSED;
import static health.lunaria.profile.request.State.WITHDRAWN;

import java.util.Optional;

/** Which step leads from which state to which. */
final class Transitions {

    private Transitions() {}

    /** Empty if the step is not allowed in that state. {@link Step#RECEIVE} is the first one, so it is allowed in none. */
    static Optional<State> after(State state, Step step) {
        if (!state.isOpen()) {
            return Optional.empty();
        }
        return switch (step) {
            case RECEIVE -> Optional.empty();
            case CONFIRM -> only(state == RECEIVED, CONFIRMED);
            case START -> only(state == CONFIRMED, IN_PROGRESS);
            case EXTEND -> only(state == CONFIRMED || state == IN_PROGRESS, EXTENDED);
            case ASK_IDENTITY, SHOW_IDENTITY -> Optional.of(state);
            case COMPLETE -> only(state == IN_PROGRESS || state == EXTENDED, DONE);
            case REFUSE -> Optional.of(REFUSED);
            case WITHDRAW -> Optional.of(WITHDRAWN);
        };
    }

    private static Optional<State> only(boolean allowed, State next) {
        return allowed ? Optional.of(next) : Optional.empty();
    }
}
