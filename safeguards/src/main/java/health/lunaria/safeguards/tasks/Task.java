package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as its user sees it.
 *
 * @param done how much of {@code total} is done; both 0 before the first report
 * @param updated when a run last began, reported or ended
 * @param problem slug of why it failed, {@link #GAVE_UP} or one of its handler's; otherwise {@code null}
 * @param attempt how many runs were begun
 * @param outcome what it left; {@code null} if nothing
 */
@Confidential
public record Task(
        UUID id,
        String kind,
        TaskState state,
        int done,
        int total,
        Instant created,
        Instant updated,
        String problem,
        int attempt,
        TaskOutcome outcome) {

    /** Every attempt failed, or its content cannot be opened. */
    public static final String GAVE_UP = "gave-up";

    /** What {@link TaskRun#result} was given. */
    public <R> Optional<R> result(Class<R> type) {
        return Optional.ofNullable(outcome).map(content -> content.as(type));
    }

    @Override
    public String toString() {
        return "Task[redacted]";
    }
}
