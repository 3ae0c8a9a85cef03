package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * Says that the data was unintelligible to whoever got it. Whether that holds is a lawyer's decision; what is kept here is
 * what she decided on.
 *
 * @param evidence how that is known: which keys, what they were, who looked, where it is kept
 * @param by who recorded it
 */
@Confidential
public record Exemption(KeyState keyState, String evidence, Instant at, String by) {

    /** What became of the keys of the data. The names stand in stored data: never rename one. */
    public enum KeyState {
        /** They were deleted before. */
        DESTROYED,
        /** They were elsewhere, and nothing that was accessed could use them. */
        NOT_REACHED,
        /** They were within reach: no exemption can rest on this. */
        REACHED
    }

    @Override
    public String toString() {
        return "Exemption[redacted]";
    }
}
