package health.lunaria.profile.export;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.tasks.Task;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest exports, latest first. */
@Confidential
@Schema(name = "Exports")
record ExportsResponse(List<ExportResponse> exports) {

    static ExportsResponse of(List<Task> tasks) {
        return new ExportsResponse(tasks.stream().map(ExportResponse::from).toList());
    }

    @Override
    public String toString() {
        return "ExportsResponse[redacted]";
    }
}
