package health.lunaria.cycle.day;

import static java.util.stream.Collectors.toMap;

import health.lunaria.cycle.attachment.AttachmentService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads and writes days: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class DayService {

    private final Revisions revisions;
    private final DayMonths months;
    private final AttachmentService attachments;
    private final Auditor auditor;

    DayService(Revisions revisions, DayMonths months, AttachmentService attachments, Auditor auditor) {
        this.revisions = revisions;
        this.months = months;
        this.attachments = attachments;
        this.auditor = auditor;
    }

    /**
     * Puts the days in the place of those of the same dates, all or none.
     *
     * @return the subject's new revision
     */
    @WithTransaction
    public Uni<Long> put(Subject subject, SubjectKey key, List<Day> days) {
        Map<LocalDate, Day> byDate = days.stream().collect(toMap(Day::date, day -> day));
        return revisions
                .next(key.subject())
                .call(revision -> months.change(
                        key, revision, byDate.keySet(), entry -> entry.replacedBy(byDate.get(entry.date()), revision)))
                .call(() -> auditor.record(subject, "cycle.days.write"));
    }

    /** The logged days from one date to another, both included, by date, and what is attached to them. */
    @WithTransaction
    public Uni<FoundDays> find(Subject subject, SubjectKey key, LocalDate from, LocalDate to) {
        return months.between(key, from, to)
                .chain(days -> attachments.list(key, from, to).map(attached -> new FoundDays(days, attached)))
                .call(() -> auditor.record(subject, "cycle.days.read"));
    }

    /** The logged days from one date to another, both included, by date, read by somebody else. */
    @WithTransaction
    public Uni<List<Day>> find(Subject subject, SubjectKey key, Actor actor, LocalDate from, LocalDate to) {
        return months.between(key, from, to).call(() -> auditor.record(subject, actor, "cycle.days.read"));
    }

    /**
     * Every logged day, by date, read for a purpose.
     *
     * @param action what to record, e.g. {@code cycle.prediction.read}
     */
    @WithTransaction
    public Uni<List<Day>> findAll(Subject subject, SubjectKey key, String action) {
        return findAll(subject, key, Actor.self(), action);
    }

    /** The same, read by somebody else for her. */
    @WithTransaction
    public Uni<List<Day>> findAll(Subject subject, SubjectKey key, Actor actor, String action) {
        return months.all(key).call(() -> auditor.record(subject, actor, action));
    }
}
