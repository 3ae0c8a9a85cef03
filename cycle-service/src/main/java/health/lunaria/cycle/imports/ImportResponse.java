package health.lunaria.cycle.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.TaskState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an import goes. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record ImportResponse(
        String id,
        TaskState state,

        @Schema(description = "Days that were added, of the total; both 0 while the file is read")
        int done,

        int total,

        @Schema(description = "Why it failed, a stable word")
        String problem,

        ImportResult report) {

    static ImportResponse from(Task task) {
        return new ImportResponse(
                task.id().toString(),
                task.state(),
                task.done(),
                task.total(),
                task.problem(),
                task.result(ImportResult.class).orElse(null));
    }

    @Override
    public String toString() {
        return "ImportResponse[redacted]";
    }
}
