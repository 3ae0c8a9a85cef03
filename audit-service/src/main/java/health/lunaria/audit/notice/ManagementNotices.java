package health.lunaria.audit.notice;

import health.lunaria.audit.incident.EscalationSink;
import health.lunaria.audit.incident.Incident;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes to management about an incident that nobody acknowledged in time: a notice like any other, which nobody has to
 * approve, because it says nothing of what happened. It stands among the incident's notices and is delivered as they are.
 */
@ApplicationScoped
class ManagementNotices implements EscalationSink {

    /** Who wrote it, and in place of a clock's id. The name stands in stored data: never change it. */
    private static final String ESCALATION = "escalation";

    private final NoticeRows rows;
    private final Deliveries deliveries;
    private final NoticeSeals seals;
    private final Clock clock;

    ManagementNotices(NoticeRows rows, Deliveries deliveries, NoticeSeals seals, Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Uni<Void> escalated(Incident incident, List<String> management) {
        Instant now = clock.instant();
        NoticeRow row = new NoticeRow(UUID.randomUUID(), incident.id(), now);
        row.state = NoticeState.APPROVED;
        seals.seal(row, text(incident, now));
        List<Deliveries.Added> recipients =
                management.stream().map(Sensitive::of).map(seals::added).toList();
        return rows.persistAndFlush(row)
                .chain(() -> deliveries.add(row.id, recipients))
                .chain(() -> deliveries.release(row.id));
    }

    private static NoticeText text(Incident incident, Instant now) {
        String text = """
                Nobody has acknowledged an incident in time.

                Incident: %s
                Severity: %s
                Opened: %s
                Unacknowledged for: %d minutes

                What happened stands in the register of incidents only.
                """.formatted(
                        incident.id(),
                        incident.severity(),
                        incident.openedAt(),
                        Duration.between(incident.openedAt(), now).toMinutes());
        String subject = "Incident without acknowledgement: " + incident.severity();
        return new NoticeText(ESCALATION, subject, text, ESCALATION, ESCALATION, now);
    }
}
