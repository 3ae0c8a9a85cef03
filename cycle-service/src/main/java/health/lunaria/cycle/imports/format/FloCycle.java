package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A period in Flo's export: a first and a last date, and perhaps an intensity by day, counted from 0. A day without a known
 * intensity is imported as {@link Flow#MEDIUM}: that it bled is certain, and history and predictions need no more. A period
 * without an end is imported as its first day.
 */
@Confidential
record FloCycle(FlatObject cycle, DayCollector days) {

    private static final String SOURCE = "cycles";
    private static final int MAX_DAYS = 31;

    void read() throws ImportException {
        Origin origin = new Origin(SOURCE, cycle.line());
        days.entry(origin, () -> {
            if (cycle.get("pregnant").equalsIgnoreCase("true")) {
                throw new Skip(SkipReason.EXCLUDED);
            }
            LocalDate start = Values.date(cycle.get("period_start_date"));
            LocalDate end = end(start);
            if (end.isBefore(start) || !end.isBefore(start.plusDays(MAX_DAYS))) {
                throw new Skip(SkipReason.OUT_OF_RANGE);
            }
            readDays(start, end);
        });
    }

    private LocalDate end(LocalDate start) throws Skip {
        String end = cycle.get("period_end_date");
        return end.isEmpty() ? start : Values.date(end);
    }

    private void readDays(LocalDate start, LocalDate end) throws ImportException {
        Map<String, String> intensities = intensities();
        int index = 0;
        for (LocalDate date = start; !date.isAfter(end); date = date.plusDays(1)) {
            LocalDate day = date;
            Flow flow = flow(intensities.get(Integer.toString(index)));
            Origin origin = new Origin(SOURCE, cycle.line());
            days.entry(origin, () -> days.put(origin, day, Target.flow(flow)));
            index++;
        }
    }

    private Map<String, String> intensities() throws ImportException {
        Map<String, String> byDay = new HashMap<>();
        Origin origin = new Origin("period_intensity", cycle.line());
        days.entry(
                origin,
                () -> FloJson.nested(cycle, "period_intensity").values().forEach((path, value) -> {
                    if (path.startsWith("period_intensity.")) {
                        byDay.put(path.substring("period_intensity.".length()), value.get(0));
                    }
                }));
        return byDay;
    }

    private Flow flow(String intensity) {
        if (intensity == null) {
            return Flow.MEDIUM;
        }
        Flow flow = FloWords.INTENSITIES.get(intensity);
        if (flow == null) {
            days.skip(new Origin("period_intensity", cycle.line()), SkipReason.UNKNOWN_VALUE);
            return Flow.MEDIUM;
        }
        return flow;
    }

    @Override
    public String toString() {
        return "FloCycle[redacted]";
    }
}
