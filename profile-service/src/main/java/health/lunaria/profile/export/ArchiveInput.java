package health.lunaria.profile.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** What an export task has to do. @param made when it was asked for */
@Confidential
record ArchiveInput(Instant made) {

    @Override
    public String toString() {
        return "ArchiveInput[redacted]";
    }
}
