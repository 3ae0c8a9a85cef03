package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * An exception as it is stored: sealed under the key of the user whom it is about, for its id and version.
 *
 * @param version from 1, counted up by each step
 */
record StoredBreakGlass(UUID id, SubjectRef subject, Instant requestedAt, long version, byte[] bytes) {

    private static final SealedColumn<BreakGlass> COLUMN =
            SealedColumn.of("break_glass", "sealed", 1, BreakGlass.class);

    static StoredBreakGlass first(UUID id, SubjectKey key, BreakGlass grant) {
        return sealed(id, key, grant, 1);
    }

    StoredBreakGlass next(SubjectKey key, BreakGlass grant) {
        return sealed(id, key, grant, version + 1);
    }

    private static StoredBreakGlass sealed(UUID id, SubjectKey key, BreakGlass grant, long version) {
        byte[] bytes = COLUMN.seal(key, Locator.ofId(id), version, grant);
        return new StoredBreakGlass(id, key.subject(), grant.request().at(), version, bytes);
    }

    /** @throws health.lunaria.safeguards.encryption.SealBrokenException if it was altered, or moved to another row or user */
    BreakGlass open(SubjectKey key) {
        return COLUMN.open(key, Locator.ofId(id), version, bytes);
    }
}
