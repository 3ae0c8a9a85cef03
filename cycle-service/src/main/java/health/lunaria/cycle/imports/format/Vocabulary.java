package health.lunaria.cycle.imports.format;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The words of another app for what can be ticked.
 *
 * @param meanings by {@code kind/word}
 * @param absent words that say that there was nothing, as {@code kind/word}
 * @param kinds that are known; of others not even the name is repeated
 */
record Vocabulary(Map<String, Target> meanings, Set<String> absent, Set<String> kinds) {

    Origin origin(String kind, long line) {
        return new Origin(kinds.contains(kind) ? kind : ImportReport.UNKNOWN, line);
    }

    void put(DayCollector days, LocalDate date, String kind, String word, long line) throws ImportException {
        Origin origin = origin(kind, line);
        days.entry(origin, () -> days.put(origin, date, meaning(kind, word)));
    }

    private Target meaning(String kind, String word) throws Skip {
        if (!kinds.contains(kind)) {
            throw new Skip(SkipReason.UNKNOWN_FIELD);
        }
        String key = kind + "/" + word;
        if (absent.contains(key)) {
            throw new Skip(SkipReason.ABSENT);
        }
        Target target = meanings.get(key);
        if (target == null) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
        return target;
    }
}
