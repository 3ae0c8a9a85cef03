package health.lunaria.cycle.insight;

import health.lunaria.cycle.correction.Correction;
import health.lunaria.cycle.correction.CorrectionKind;
import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.correction.ExclusionReason;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.history.LoggedHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A made-up woman who logs cycles of given lengths, one after the other, from 2025-01-01 on. */
final class LoggedCycles {

    static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    private final TreeMap<LocalDate, Map<String, Object>> days = new TreeMap<>();
    private final List<LocalDate> starts = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();

    /** Periods of five days before cycles of these lengths, and one that begins the running cycle; nothing else. */
    static LoggedCycles of(Integer... lengths) {
        LoggedCycles cycles = new LoggedCycles();
        LocalDate start = FIRST;
        cycles.period(start, 5);
        for (int length : lengths) {
            start = start.plusDays(length);
            cycles.period(start, 5);
        }
        return cycles;
    }

    /** @param cycle from 0 */
    LocalDate date(int cycle, int day) {
        return starts.get(cycle).plusDays(day - 1L);
    }

    LoggedCycles period(LocalDate start, int length) {
        starts.add(start);
        start.datesUntil(start.plusDays(length)).forEach(date -> log(date, "flow", Flow.MEDIUM));
        return this;
    }

    LoggedCycles log(LocalDate date, String field, Object value) {
        days.computeIfAbsent(date, first -> new HashMap<>()).put(field, value);
        return this;
    }

    /** Of every day that has no flow yet it is logged that there was none. */
    LoggedCycles logEveryDay() {
        days.firstKey()
                .datesUntil(days.lastKey())
                .forEach(date ->
                        days.computeIfAbsent(date, first -> new HashMap<>()).putIfAbsent("flow", Flow.NONE));
        return this;
    }

    /** Takes back what was logged from the one date to before the other. */
    LoggedCycles forget(LocalDate from, LocalDate to) {
        days.subMap(from, to).clear();
        return this;
    }

    LoggedCycles correct(LocalDate date, CorrectionKind kind) {
        boolean exclusion = kind == CorrectionKind.EXCLUDED_CYCLE;
        corrections.add(new Correction(date, kind, exclusion ? ExclusionReason.OTHER : null));
        return this;
    }

    LoggedHistory history() {
        List<Day> logged = days.entrySet().stream()
                .map(day -> DayFields.day(day.getKey(), day.getValue()))
                .toList();
        return LoggedHistory.of(logged, new Corrections(corrections));
    }

    Insights insights(LocalDate... ovulations) {
        return Insights.of(history(), List.of(ovulations));
    }
}
