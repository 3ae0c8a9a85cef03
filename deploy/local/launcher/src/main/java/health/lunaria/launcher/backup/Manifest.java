package health.lunaria.launcher.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The last entry of a backup: what is in it. A backup without it was not finished.
 *
 * @param takenAt when the first snapshot was begun
 */
record Manifest(BackupKind kind, UUID stack, Instant takenAt, List<DatabaseSummary> databases, List<Entry> entries) {

    static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    Manifest {
        databases = List.copyOf(databases);
        entries = List.copyOf(entries);
    }

    /**
     * One file within the backup.
     *
     * @param sha256 of its content in clear, in hexadecimal
     */
    record Entry(String name, long size, String sha256) {}

    /**
     * One database.
     *
     * @param position in PostgreSQL's write-ahead log, when its snapshot was taken
     * @param schemaVersion of Flyway; empty for a database that is not ours
     * @param logSize how many entries the transparency log had; -1 for a database without one
     */
    record DatabaseSummary(String name, String position, String schemaVersion, long rows, long logSize) {}

    byte[] encode() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest decode(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Manifest.class);
        } catch (IOException unreadable) {
            throw new RefusedBackupException("Its manifest is not readable", unreadable);
        }
    }
}
