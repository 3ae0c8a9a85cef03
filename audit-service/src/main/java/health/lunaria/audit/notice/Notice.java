package health.lunaria.audit.notice;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A notice and how many of its recipients are in which state. */
@Confidential
record Notice(
        UUID id,
        long version,
        NoticeState state,
        Instant createdAt,
        NoticeText text,
        Map<DeliveryState, Long> recipients) {

    @Override
    public String toString() {
        return "Notice[redacted]";
    }
}
