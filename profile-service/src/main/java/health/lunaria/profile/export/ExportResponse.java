package health.lunaria.profile.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.TaskState;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an export goes. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Export")
record ExportResponse(
        String id,
        TaskState state,

        @Schema(description = "Steps that are done, of the total; both 0 before the first")
        int done,

        int total,
        Instant created,

        @Schema(description = "Why it failed, a stable word")
        String problem,

        @Schema(description = "Of the archive, in bytes; not in the list")
        Long size,

        @Schema(description = "Until when the archive can be fetched; not in the list")
        Instant expires) {

    static ExportResponse from(Task task) {
        Optional<ExportedFile> file = task.result(ExportedFile.class);
        return new ExportResponse(
                task.id().toString(),
                task.state(),
                task.done(),
                task.total(),
                task.created(),
                task.problem(),
                file.map(ExportedFile::size).orElse(null),
                file.map(ExportedFile::expires).orElse(null));
    }

    @Override
    public String toString() {
        return "ExportResponse[redacted]";
    }
}
