package health.lunaria.audit.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notice; its recipients are counted, not named. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeResponse(
        UUID id,
        NoticeState state,
        Instant createdAt,
        String clock,
        String subject,
        String text,
        String draftedBy,
        String approvedBy,
        Instant approvedAt,
        Recipients recipients) {

    static NoticeResponse from(Notice notice) {
        NoticeText text = notice.text();
        return new NoticeResponse(
                notice.id(),
                notice.state(),
                notice.createdAt(),
                text.clock(),
                text.subject(),
                text.text(),
                text.draftedBy(),
                text.approvedBy(),
                text.approvedAt(),
                new Recipients(
                        notice.recipients().get(DeliveryState.WAITING),
                        notice.recipients().get(DeliveryState.DELIVERED),
                        notice.recipients().get(DeliveryState.GIVEN_UP)));
    }

    /** How many are in which state. */
    record Recipients(long waiting, long delivered, long givenUp) {}

    /** In the order in which they were drafted. */
    @Confidential
    record All(List<NoticeResponse> notices) {

        @Override
        public String toString() {
            return "All[redacted]";
        }
    }

    @Override
    public String toString() {
        return "NoticeResponse[redacted]";
    }
}
