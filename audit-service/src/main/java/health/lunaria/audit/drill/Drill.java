package health.lunaria.audit.drill;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lunaria.safeguards.identity.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A backup or restore drill.
 *
 * @param environment where, e.g. {@code production}
 * @param recoveryPointSeconds how old the newest restored data was; {@code null} if it was not measured
 * @param recoveryTimeSeconds how long it took until the data could be used; {@code null} if it was not measured
 * @param reportSha256 of the report, which is kept elsewhere
 * @param recordedBy the register's pseudonym of who recorded it
 */
public record Drill(
        UUID id,
        Kind kind,
        String environment,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        Long recoveryPointSeconds,
        Long recoveryTimeSeconds,
        byte[] reportSha256,
        Instant recordedAt,
        SubjectRef recordedBy) {

    /** The names stand in stored data: never rename one. */
    public enum Kind {
        @JsonProperty("backup")
        BACKUP,
        @JsonProperty("restore")
        RESTORE
    }

    /** The names stand in stored data: never rename one. */
    public enum Outcome {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED
    }
}
