package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.encryption.SubjectKey;
import java.util.UUID;

/**
 * A task taken by a worker: what the row held at that moment, sealed.
 *
 * @param attempt this run's number, and its right to write
 * @param progress {@code null} if none was stored, as {@code checkpoint}
 */
record Claim(UUID id, int attempt, long revision, byte[] subject, byte[] input, byte[] progress, byte[] checkpoint) {

    TaskSeals seals(SubjectKey key) {
        return new TaskSeals(key, id);
    }
}
