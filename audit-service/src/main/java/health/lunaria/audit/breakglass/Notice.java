package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What the user is told of a use, beside the entry in her access log, which is there at once.
 *
 * @param role of whom made use of it
 */
@Confidential
record Notice(String subject, String role, Instant usedAt, long logIndex) {

    /** From the use to the last moment at which she has to be told. */
    static final Duration TERM = Duration.ofHours(72);

    private static final SealedColumn<Notice> COLUMN = SealedColumn.of("break_glass_notice", "sealed", 1, Notice.class);

    static Notice of(BreakGlass used, long logIndex) {
        return new Notice(used.subject(), used.use().role(), used.use().at(), logIndex);
    }

    byte[] seal(SubjectKey key, UUID grant) {
        return COLUMN.seal(key, Locator.ofId(grant), 0, this);
    }

    static Notice open(SubjectKey key, UUID grant, byte[] sealed) {
        return COLUMN.open(key, Locator.ofId(grant), 0, sealed);
    }

    Instant dueAt() {
        return usedAt.plus(TERM);
    }

    @Override
    public String toString() {
        return "Notice[redacted]";
    }
}
