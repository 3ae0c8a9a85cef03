package health.lunaria.cycle.day;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads and writes days: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class DayService {

    private static final SealedColumn<DayMonth> MONTH = SealedColumn.of("day_month", "sealed", 1, DayMonth.class);

    private final Revisions revisions;
    private final DayMonthRows rows;
    private final Auditor auditor;

    DayService(Revisions revisions, DayMonthRows rows, Auditor auditor) {
        this.revisions = revisions;
        this.rows = rows;
        this.auditor = auditor;
    }

    /**
     * Puts the days in the place of those of the same dates, all or none.
     *
     * @return the subject's new revision
     */
    @WithTransaction
    public Uni<Long> put(Subject subject, SubjectKey key, List<Day> days) {
        Map<Locator, List<Day>> changes = days.stream().collect(groupingBy(day -> locator(key, day.date())));
        return revisions.next(key.subject())
                .call(revision -> rows.of(key.subject(), changes.keySet())
                        .chain(found -> rows.persist(merge(key, revision, changes, found))))
                .call(() -> auditor.record(subject, "cycle.days.write"));
    }

    /** The logged days from one date to another, both included, by date. */
    @WithTransaction
    public Uni<List<Day>> find(Subject subject, SubjectKey key, LocalDate from, LocalDate to) {
        List<Locator> months = Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(month -> key.locator(DayMonth.label(month)))
                .toList();
        return rows.of(key.subject(), months)
                .map(found -> open(key, found)
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList())
                .call(() -> auditor.record(subject, "cycle.days.read"));
    }

    /**
     * Every logged day, by date, read for a purpose.
     *
     * @param action what to record, e.g. {@code cycle.prediction.read}
     */
    @WithTransaction
    public Uni<List<Day>> findAll(Subject subject, SubjectKey key, String action) {
        return rows.of(key.subject())
                .map(found -> open(key, found).toList())
                .call(() -> auditor.record(subject, action));
    }

    private static Locator locator(SubjectKey key, LocalDate date) {
        return key.locator(DayMonth.label(YearMonth.from(date)));
    }

    /** The rows to store: months found with the changes in them, and new ones. */
    private static List<DayMonthRow> merge(
            SubjectKey key, long revision, Map<Locator, List<Day>> changes, List<DayMonthRow> found) {
        Map<Locator, DayMonthRow> byLocator = found.stream().collect(toMap(row -> Locator.of(row.locator), row -> row));
        List<DayMonthRow> merged = new ArrayList<>(changes.size());
        changes.forEach((locator, days) -> {
            DayMonthRow row = byLocator.get(locator);
            DayMonth before = row == null ? DayMonth.EMPTY : open(key, row);
            DayMonthRow after = row == null ? new DayMonthRow(key.subject().bytes(), locator.bytes()) : row;
            after.revision = revision;
            after.sealed = MONTH.seal(key, locator, revision, before.with(days));
            merged.add(after);
        });
        return merged;
    }

    private static Stream<Day> open(SubjectKey key, List<DayMonthRow> rows) {
        return rows.stream()
                .flatMap(row -> open(key, row).days().stream())
                .sorted(Comparator.comparing(Day::date));
    }

    private static DayMonth open(SubjectKey key, DayMonthRow row) {
        return MONTH.open(key, Locator.of(row.locator), row.revision, row.sealed);
    }
}
