package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.demo.GeneratedYear;
import health.lunaria.launcher.demo.GeneratedYear.LoggedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The logs of somebody who logged every day for five years: the most that an app reads at once. */
final class FiveYears {

    static final int DAYS = 1_826;

    /** What the API takes at once. */
    private static final int MOST_DAYS = 400;

    private static final int CYCLE_DAYS = 28;
    private static final List<String> FLOW = List.of("medium", "heavy", "heavy", "medium", "light");

    private FiveYears() {}

    /** Bodies of {@code PUT /v1/cycle/days}, which together log every day until {@code today}. */
    static List<ObjectNode> requests(LocalDate today) {
        List<LoggedDay> days = today.minusDays(DAYS - 1)
                .datesUntil(today.plusDays(1))
                .map(FiveYears::day)
                .toList();
        List<ObjectNode> requests = new ArrayList<>();
        for (int from = 0; from < DAYS; from += MOST_DAYS) {
            requests.add(GeneratedYear.request(days.subList(from, Math.min(DAYS, from + MOST_DAYS))));
        }
        return requests;
    }

    private static LoggedDay day(LocalDate date) {
        int cycleDay = (int) (date.toEpochDay() % CYCLE_DAYS);
        boolean bleeds = cycleDay < FLOW.size();
        return new LoggedDay(
                date,
                bleeds ? FLOW.get(cycleDay) : "none",
                Math.round((36.35 + (cycleDay > 14 ? 0.32 : 0) + cycleDay % 5 / 100.0) * 100) / 100.0,
                bleeds ? List.of("cramps", "fatigue") : List.of(),
                cycleDay == CYCLE_DAYS - 1 ? "irritable, slept badly" : null);
    }
}
