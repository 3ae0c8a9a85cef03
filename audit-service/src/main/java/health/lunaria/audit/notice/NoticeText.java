package health.lunaria.audit.notice;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * What is sealed of a notice.
 *
 * @param clock id of the clock whose duty it does
 * @param draftedBy a staff id
 * @param approvedBy another staff id; {@code null} before
 */
@Confidential
record NoticeText(
        String clock, String subject, String text, String draftedBy, String approvedBy, Instant approvedAt) {

    NoticeText approved(String by, Instant at) {
        return new NoticeText(clock, subject, text, draftedBy, by, at);
    }

    @Override
    public String toString() {
        return "NoticeText[redacted]";
    }
}
