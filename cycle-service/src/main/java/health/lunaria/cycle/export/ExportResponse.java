package health.lunaria.cycle.export;

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

        @Schema(description = "Why it failed, a stable word")
        String problem,

        String format,
        @Schema(description = "Of the file, in bytes") Long size,

        @Schema(description = "Until when the file can be fetched")
        Instant expires) {

    static ExportResponse from(Task task) {
        Optional<ExportedFile> file = task.result(ExportedFile.class);
        return new ExportResponse(
                task.id().toString(),
                task.state(),
                task.problem(),
                file.map(ExportedFile::format).orElse(null),
                file.map(ExportedFile::size).orElse(null),
                file.map(ExportedFile::expires).orElse(null));
    }

    @Override
    public String toString() {
        return "ExportResponse[redacted]";
    }
}
