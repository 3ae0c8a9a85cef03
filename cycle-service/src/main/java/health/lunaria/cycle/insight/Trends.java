package health.lunaria.cycle.insight;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was logged in which phases, most often first; of each kind at most {@value #MAX_TRENDS}. A day on which something
 * else was logged counts as a day without: a rate is of the days on which she logged anything.
 */
@Confidential
record Trends(List<Trend<String>> symptoms, List<Trend<String>> moods, List<Trend<Sensitive<String>>> tags) {

    static final int MAX_TRENDS = 30;

    /** @param days logged days with the phase in which each lies */
    static Trends of(List<PhasedDay> days) {
        Map<Phase, Integer> logged = new EnumMap<>(Phase.class);
        days.forEach(day -> logged.merge(day.phase(), 1, Integer::sum));
        return new Trends(
                trends(days, logged, Day::symptoms, code -> code),
                trends(days, logged, Day::moods, code -> code),
                trends(days, logged, Day::tags, Sensitive::disclose));
    }

    /** @param text orders what is equally frequent */
    private static <T> List<Trend<T>> trends(
            List<PhasedDay> days, Map<Phase, Integer> logged, Function<Day, List<T>> values, Function<T, String> text) {
        Map<T, Map<Phase, Integer>> counts = new HashMap<>();
        for (PhasedDay day : days) {
            for (T value : values.apply(day.day())) {
                counts.computeIfAbsent(value, first -> new EnumMap<>(Phase.class))
                        .merge(day.phase(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(counted -> trend(counted.getKey(), counted.getValue(), logged))
                .sorted(Comparator.<Trend<T>>comparingInt(Trend::days)
                        .reversed()
                        .thenComparing(trend -> text.apply(trend.of())))
                .limit(MAX_TRENDS)
                .toList();
    }

    private static <T> Trend<T> trend(T of, Map<Phase, Integer> counts, Map<Phase, Integer> logged) {
        Map<Phase, Rate> rates = new EnumMap<>(Phase.class);
        logged.forEach((phase, days) -> rates.put(phase, new Rate(counts.getOrDefault(phase, 0), days)));
        int days = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Trend<>(of, days, Collections.unmodifiableMap(rates));
    }

    /** A logged day and where in its cycle it lies. */
    @Confidential
    record PhasedDay(Day day, Phase phase) {

        @Override
        public String toString() {
            return "PhasedDay[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Trends[redacted]";
    }
}
