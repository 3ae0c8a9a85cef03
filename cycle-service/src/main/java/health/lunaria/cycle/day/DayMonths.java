package health.lunaria.cycle.day;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Opens and seals months of days, within the caller's transaction. Records no access: that is up to the caller. */
@ApplicationScoped
public class DayMonths {

    private static final SealedColumn<DayMonth> MONTH = SealedColumn.of("day_month", "sealed", 1, DayMonth.class);

    private final DayMonthRows rows;

    DayMonths(DayMonthRows rows) {
        this.rows = rows;
    }

    /** The logged days from one date to another, both included, by date. */
    public Uni<List<Day>> between(SubjectKey key, LocalDate from, LocalDate to) {
        List<Locator> months = Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(month -> locator(key, month))
                .toList();
        return rows.of(key.subject(), months)
                .map(found -> logged(key, found)
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList());
    }

    /** Every logged day, by date. */
    public Uni<List<Day>> all(SubjectKey key) {
        return rows.of(key.subject()).map(found -> logged(key, found).toList());
    }

    /** The days that were changed at this revision or later, deleted ones included, in no order. */
    public Uni<List<DayEntry>> changedSince(SubjectKey key, long revision) {
        return rows.since(key.subject(), revision)
                .map(found -> found.stream()
                        .flatMap(row -> entries(key, row).values().stream())
                        .filter(entry -> entry.revision() >= revision)
                        .toList());
    }

    /**
     * Changes days and stores the months in which a change changed anything.
     *
     * @param revision that the caller took before, and with it the subject's lock
     * @param change gives the same entry back if it changes nothing
     * @return whether anything was changed
     */
    public Uni<Boolean> change(
            SubjectKey key, long revision, Collection<LocalDate> dates, UnaryOperator<DayEntry> change) {
        Map<Locator, List<LocalDate>> byMonth =
                dates.stream().collect(groupingBy(date -> locator(key, YearMonth.from(date))));
        return rows.of(key.subject(), byMonth.keySet())
                .map(found -> changed(key, revision, byMonth, found, change))
                .chain(changed -> changed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : rows.persist(changed).replaceWith(true));
    }

    private static List<DayMonthRow> changed(
            SubjectKey key,
            long revision,
            Map<Locator, List<LocalDate>> byMonth,
            List<DayMonthRow> found,
            UnaryOperator<DayEntry> change) {
        Map<Locator, DayMonthRow> byLocator = found.stream().collect(toMap(row -> Locator.of(row.locator), row -> row));
        List<DayMonthRow> changed = new ArrayList<>(byMonth.size());
        byMonth.forEach((locator, dates) -> {
            DayMonthRow row = byLocator.get(locator);
            TreeMap<LocalDate, DayEntry> entries = row == null ? new TreeMap<>() : entries(key, row);
            if (change(entries, dates, change)) {
                DayMonthRow stored = row == null ? new DayMonthRow(key.subject().bytes(), locator.bytes()) : row;
                stored.revision = revision;
                stored.sealed = MONTH.seal(key, locator, revision, DayMonth.of(entries.values()));
                changed.add(stored);
            }
        });
        return changed;
    }

    private static boolean change(
            TreeMap<LocalDate, DayEntry> entries, List<LocalDate> dates, UnaryOperator<DayEntry> change) {
        boolean changed = false;
        for (LocalDate date : dates) {
            DayEntry before = entries.getOrDefault(date, DayEntry.none(date));
            DayEntry after = change.apply(before);
            if (after != before && after.revision() > 0) {
                entries.put(date, after);
                changed = true;
            }
        }
        return changed;
    }

    private static Locator locator(SubjectKey key, YearMonth month) {
        return key.locator(DayMonth.label(month));
    }

    private static Stream<Day> logged(SubjectKey key, List<DayMonthRow> rows) {
        return rows.stream().flatMap(row -> open(key, row).days().stream()).sorted(Comparator.comparing(Day::date));
    }

    private static TreeMap<LocalDate, DayEntry> entries(SubjectKey key, DayMonthRow row) {
        return open(key, row).entries(row.revision);
    }

    private static DayMonth open(SubjectKey key, DayMonthRow row) {
        return MONTH.open(key, Locator.of(row.locator), row.revision, row.sealed);
    }
}
