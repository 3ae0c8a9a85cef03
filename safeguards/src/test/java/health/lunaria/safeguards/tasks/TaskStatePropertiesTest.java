package health.lunaria.safeguards.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** States × events: whatever happens in whatever order, a task ends once, and only one that was given up begins again. */
class TaskStatePropertiesTest {

    @Provide
    Arbitrary<List<TaskEvent>> histories() {
        return Arbitraries.of(TaskEvent.values()).list().ofMaxSize(40);
    }

    @Property
    void anEventLeadsFromItsStatesToItsOwnAndNowhereElse(@ForAll TaskState state, @ForAll TaskEvent event) {
        Optional<TaskState> after = event.after(state);

        assertThat(after.isPresent()).isEqualTo(event.from().contains(state));
        after.ifPresent(next -> assertThat(next).isEqualTo(event.to()));
    }

    @Property
    void nothingLeavesDoneAndCancelled(@ForAll TaskEvent event) {
        assertThat(event.after(TaskState.DONE)).isEmpty();
        assertThat(event.after(TaskState.CANCELLED)).isEmpty();
    }

    @Property
    void onlyAClaimLeavesFailed(@ForAll TaskEvent event) {
        assertThat(event.after(TaskState.FAILED).isPresent()).isEqualTo(event == TaskEvent.CLAIM);
    }

    @Property
    void onlyARunEndsWell(@ForAll TaskState state) {
        assertThat(TaskEvent.COMPLETE.after(state).isPresent()).isEqualTo(state == TaskState.RUNNING);
        assertThat(TaskEvent.REFUSE.after(state).isPresent()).isEqualTo(state == TaskState.RUNNING);
    }

    @Property
    void whoeverIsUnfinishedCanBeCancelledAndNobodyElse(@ForAll TaskState state) {
        assertThat(TaskEvent.CANCEL.after(state).isPresent()).isEqualTo(!state.isFinished());
    }

    @Property
    void aTaskIsDoneAtMostOnce(@ForAll("histories") List<TaskEvent> history) {
        TaskState state = TaskState.WAITING;
        int done = 0;
        for (TaskEvent event : history) {
            Optional<TaskState> after = event.after(state);
            done += after.isPresent() && event == TaskEvent.COMPLETE ? 1 : 0;
            state = after.orElse(state);
        }
        assertThat(done).isLessThanOrEqualTo(1);
        assertThat(done == 1).isEqualTo(state == TaskState.DONE);
    }

    @Property
    void everyUnfinishedTaskCanStillBeDone(@ForAll("histories") List<TaskEvent> history) {
        TaskState state = TaskState.WAITING;
        for (TaskEvent event : history) {
            state = event.after(state).orElse(state);
        }
        if (!state.isFinished()) {
            assertThat(TaskEvent.CLAIM.after(state).flatMap(TaskEvent.COMPLETE::after))
                    .contains(TaskState.DONE);
        }
    }
}
