package health.lunaria.profile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The table of transitions against the order that the states are to have. */
class TransitionsPropertiesTest {

    private static final Map<State, Set<State>> NEXT = Map.of(
            State.RECEIVED, Set.of(State.RECEIVED, State.CONFIRMED, State.REFUSED, State.WITHDRAWN),
            State.CONFIRMED, Set.of(State.CONFIRMED, State.IN_PROGRESS, State.EXTENDED, State.REFUSED, State.WITHDRAWN),
            State.IN_PROGRESS, Set.of(State.IN_PROGRESS, State.EXTENDED, State.DONE, State.REFUSED, State.WITHDRAWN),
            State.EXTENDED, Set.of(State.EXTENDED, State.DONE, State.REFUSED, State.WITHDRAWN),
            State.DONE, Set.of(),
            State.REFUSED, Set.of(),
            State.WITHDRAWN, Set.of());

    @Property
    void nothingLeadsElsewhere(@ForAll State state, @ForAll Step step) {
        Transitions.after(state, step)
                .ifPresent(next -> assertThat(NEXT.get(state)).contains(next));
    }

    @Property
    void everyStateThatIsToFollowCanBeReached(@ForAll State state) {
        for (State next : NEXT.get(state)) {
            assertThat(Step.values())
                    .anyMatch(step -> Transitions.after(state, step).equals(Optional.of(next)));
        }
    }

    @Property
    void aClosedRequestStaysSo(@ForAll State state, @ForAll Step step) {
        if (!state.isOpen()) {
            assertThat(Transitions.after(state, step)).isEmpty();
        }
    }

    @Property
    void itIsExtendedAndClosedAtMostOnce(@ForAll @Size(max = 40) List<Step> steps) {
        State state = State.RECEIVED;
        int extended = 0;
        int closed = 0;
        for (Step step : steps) {
            Optional<State> next = Transitions.after(state, step);
            extended += next.isPresent() && step == Step.EXTEND ? 1 : 0;
            closed += next.filter(after -> !after.isOpen()).isPresent() ? 1 : 0;
            state = next.orElse(state);
        }
        assertThat(extended).isLessThanOrEqualTo(1);
        assertThat(closed).isLessThanOrEqualTo(1);
    }

    @Property
    void whatIsOpenCanAlwaysBeWithdrawnAndRefused(@ForAll State state) {
        assertThat(Transitions.after(state, Step.WITHDRAW).isPresent()).isEqualTo(state.isOpen());
        assertThat(Transitions.after(state, Step.REFUSE).isPresent()).isEqualTo(state.isOpen());
    }
}
