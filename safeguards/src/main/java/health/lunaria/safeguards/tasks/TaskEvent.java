package health.lunaria.safeguards.tasks;

import static health.lunaria.safeguards.tasks.TaskState.CANCELLED;
import static health.lunaria.safeguards.tasks.TaskState.DONE;
import static health.lunaria.safeguards.tasks.TaskState.FAILED;
import static health.lunaria.safeguards.tasks.TaskState.RUNNING;
import static health.lunaria.safeguards.tasks.TaskState.WAITING;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can happen to a task, from which states, and to which it leads. The statements that change rows ask here. */
enum TaskEvent {
    /** A worker takes it: a running one only when its lease ran out, a failed one only when it was given up. */
    CLAIM(RUNNING, WAITING, RUNNING, FAILED),
    COMPLETE(DONE, RUNNING),
    REFUSE(FAILED, RUNNING),
    /** An attempt failed, or was broken off by a shutdown. */
    PUT_BACK(WAITING, RUNNING),
    /** The last attempt failed, or nobody can open it any more. */
    GIVE_UP(FAILED, WAITING, RUNNING),
    CANCEL(CANCELLED, WAITING, RUNNING);

    private final TaskState to;
    private final Set<TaskState> from;

    TaskEvent(TaskState to, TaskState first, TaskState... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    TaskState to() {
        return to;
    }

    Set<TaskState> from() {
        return from;
    }

    Optional<TaskState> after(TaskState state) {
        return from.contains(state) ? Optional.of(to) : Optional.empty();
    }
}
