package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * A line of an incident's timeline.
 *
 * @param by a staff id, or the name of the part that did it
 * @param text may be {@code null}
 */
@Confidential
public record Entry(Kind kind, Instant at, String by, String text) {

    /** The names stand in stored data: never rename one. */
    public enum Kind {
        OPENED,
        NOTE,
        ASSIGNED,
        ACKNOWLEDGED,
        ESCALATED,
        ALERT_AGAIN,
        ALERT_RESOLVED,
        BREACH_DECLARED,
        BREACH_CHANGED,
        CLOCK_EXTENDED,
        CLOCK_DONE,
        EXEMPTED,
        NOTICE_DRAFTED,
        NOTICE_APPROVED,
        BLAST_RADIUS,
        CLOSED
    }

    @Override
    public String toString() {
        return "Entry[redacted]";
    }
}
