package health.lunaria.safeguards.tasks;

/** Where a task stands. {@link TaskEvent} has the ways between. The names stand in stored data: never rename one. */
public enum TaskState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether its user has nothing to wait for. */
    public boolean isFinished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
