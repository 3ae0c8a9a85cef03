package health.lunaria.safeguards.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a task stands, in JSON in lower case. {@link TaskEvent} has the ways between. The names stand in stored data: never rename one. */
public enum TaskState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether its user has nothing to wait for. */
    public boolean isFinished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
