package health.lunaria.cycle.attachment;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is known of attachments beside their content: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class AttachmentService {

    static final int MOST_OF_A_DAY = 10;
    static final int MOST_OF_A_USER = 2000;

    private static final SealedColumn<Attachment> ATTACHMENT =
            SealedColumn.of("attachment", "sealed", 1, Attachment.class);

    private final Revisions revisions;
    private final AttachmentRows rows;
    private final StoredFiles files;
    private final Auditor auditor;

    AttachmentService(Revisions revisions, AttachmentRows rows, StoredFiles files, Auditor auditor) {
        this.revisions = revisions;
        this.rows = rows;
        this.files = files;
        this.auditor = auditor;
    }

    /** Attaches an uploaded file to a day, if there is room for it: under the subject's lock, so that two do not take the last place. */
    @WithTransaction
    public Uni<Attachment> add(Subject subject, SubjectKey key, StoredFile file, LocalDate date, FileType type) {
        Attachment attachment = new Attachment(file.id().text(), date, type, file.length());
        return revisions
                .next(key.subject())
                .call(() -> rows.count(key.subject()).invoke(AttachmentService::failIfFull))
                .call(() -> open(key, List.of(month(key, date))).invoke(found -> failIfFull(found, date)))
                .call(() -> files.finish(key, file))
                .call(revision -> rows.persist(seal(key, revision, file.id(), attachment)))
                .call(() -> auditor.record(subject, "cycle.attachments.write"))
                .replaceWith(attachment);
    }

    private static void failIfFull(long count) {
        if (count >= MOST_OF_A_USER) {
            throw new ProblemException(CycleProblem.ATTACHMENTS_FULL);
        }
    }

    private static void failIfFull(List<Attachment> month, LocalDate date) {
        if (month.stream().filter(attachment -> attachment.date().equals(date)).count() >= MOST_OF_A_DAY) {
            throw new ProblemException(CycleProblem.ATTACHMENTS_OF_DAY_FULL);
        }
    }

    /** The subject's attachment of this id, recorded as read. Fails with 404 if she has none. */
    @WithTransaction
    public Uni<Attachment> get(Subject subject, SubjectKey key, FileId id) {
        return rows.of(key.subject(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblem.NOT_FOUND))
                .map(row -> open(key, row))
                .call(() -> auditor.record(subject, "cycle.attachments.read"));
    }

    /** The attachments from one date to another, both included, by date; recorded as read. */
    @WithTransaction
    public Uni<List<Attachment>> search(Subject subject, SubjectKey key, LocalDate from, LocalDate to) {
        return list(key, from, to).call(() -> auditor.record(subject, "cycle.attachments.read"));
    }

    /**
     * The attachments from one date to another, both included, by date, for an access that records itself. Call it in a
     * {@code @WithTransaction} method.
     */
    @WithTransaction
    public Uni<List<Attachment>> list(SubjectKey key, LocalDate from, LocalDate to) {
        List<Locator> months = Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(month -> month(key, month.atDay(1)))
                .toList();
        return open(key, months)
                .map(found -> found.stream()
                        .filter(attachment -> !attachment.date().isBefore(from)
                                && !attachment.date().isAfter(to))
                        .toList());
    }

    /** All of them by date, for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    public Uni<List<Attachment>> all(SubjectKey key) {
        return rows.of(key.subject()).map(found -> byDate(key, found));
    }

    /** Removes the row at once; the object is deleted after the transaction. Fails with 404 if she has none. */
    @WithTransaction
    public Uni<Void> remove(Subject subject, SubjectKey key, FileId id) {
        return rows.removeOne(key.subject(), id)
                .invoke(AttachmentService::failIfNone)
                .call(() -> revisions.next(key.subject()))
                .call(() -> files.remove(key.subject(), id))
                .chain(() -> auditor.record(subject, "cycle.attachments.delete"));
    }

    private static void failIfNone(long deleted) {
        if (deleted == 0) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private Uni<List<Attachment>> open(SubjectKey key, List<Locator> months) {
        return rows.of(key.subject(), months).map(found -> byDate(key, found));
    }

    private static List<Attachment> byDate(SubjectKey key, List<AttachmentRow> found) {
        return found.stream()
                .map(row -> open(key, row))
                .sorted(Comparator.comparing(Attachment::date).thenComparing(Attachment::id))
                .toList();
    }

    private static Attachment open(SubjectKey key, AttachmentRow row) {
        return ATTACHMENT.open(key, new FileId(row.id).locator(), row.revision, row.sealed);
    }

    private static AttachmentRow seal(SubjectKey key, long revision, FileId id, Attachment attachment) {
        byte[] sealed = ATTACHMENT.seal(key, id.locator(), revision, attachment);
        byte[] month = month(key, attachment.date()).bytes();
        return new AttachmentRow(id.text(), key.subject().bytes(), month, revision, sealed);
    }

    /** Another label than that of the month's days: who sees the rows cannot match them. */
    private static Locator month(SubjectKey key, LocalDate date) {
        return key.locator("attachments " + YearMonth.from(date));
    }
}
