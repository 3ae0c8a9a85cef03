package health.lunaria.cycle.export;

import health.lunaria.cycle.attachment.AttachmentService;
import health.lunaria.cycle.calendar.CalendarFeedService;
import health.lunaria.cycle.correction.CorrectionService;
import health.lunaria.cycle.mode.ModeService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Reads everything of a person's that this service keeps, in one transaction with its audit records in it. */
@ApplicationScoped
class CycleTakeawayService {

    private final ExportService exports;
    private final CorrectionService corrections;
    private final ModeService modes;
    private final CalendarFeedService calendars;
    private final AttachmentService attachments;
    private final Auditor auditor;

    CycleTakeawayService(
            ExportService exports,
            CorrectionService corrections,
            ModeService modes,
            CalendarFeedService calendars,
            AttachmentService attachments,
            Auditor auditor) {
        this.exports = exports;
        this.corrections = corrections;
        this.modes = modes;
        this.calendars = calendars;
        this.attachments = attachments;
        this.auditor = auditor;
    }

    /** Days, their corrections, modes and the calendar feed are recorded as one access, attachments as another. */
    @WithTransaction
    Uni<CollectedCycle> collect(Subject subject, SubjectKey key, Actor actor) {
        return exports.collect(subject, key, actor, ExportInput.everything(Instant.now()))
                .map(CollectedCycle::of)
                .chain(all -> corrections.inTransaction(key).map(all::with))
                .chain(all -> modes.phases(key).map(all::with))
                .chain(all -> calendars.describe(key).map(all::with))
                .chain(all -> attachments.all(key).map(all::with))
                .call(() -> auditor.record(subject, actor, "cycle.attachments.export"));
    }
}
