package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.imports.format.ImportReport.Mapped;
import health.lunaria.cycle.imports.format.ImportReport.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of entries. Bounded, because every name in it is one that the import knows. */
final class ReportBuilder {

    private static final int MAX_LINES = 10;

    private record MappedKey(String source, String field) {}

    private record SkippedKey(String source, SkipReason reason) {}

    private static final class Count {
        private long count;
        private final List<Long> lines = new ArrayList<>();

        void add(long line) {
            count++;
            if (lines.size() < MAX_LINES && !lines.contains(line)) {
                lines.add(line);
            }
        }
    }

    private final Map<MappedKey, Count> mapped = new LinkedHashMap<>();
    private final Map<SkippedKey, Count> skipped = new LinkedHashMap<>();

    void mapped(Origin origin, String field) {
        mapped.computeIfAbsent(new MappedKey(origin.source(), field), key -> new Count()).count++;
    }

    void skipped(Origin origin, SkipReason reason) {
        skipped.computeIfAbsent(new SkippedKey(origin.source(), reason), key -> new Count())
                .add(origin.line());
    }

    ImportReport build(int days) {
        return new ImportReport(
                days,
                mapped.entrySet().stream()
                        .map(entry -> new Mapped(
                                entry.getKey().source(), entry.getKey().field(), entry.getValue().count))
                        .toList(),
                skipped.entrySet().stream()
                        .map(entry -> new Skipped(
                                entry.getKey().source(),
                                entry.getKey().reason().slug(),
                                entry.getValue().count,
                                entry.getValue().lines))
                        .toList());
    }
}
