package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reports that came together.
 *
 * @param first the first report of each event id, in the order of their coming
 * @param repeated the others
 */
@Confidential
record Batch(Map<UUID, Report> first, List<Report> repeated) {

    static Batch of(List<Report> reports) {
        Map<UUID, Report> first = new LinkedHashMap<>();
        List<Report> repeated = new ArrayList<>();
        for (Report report : reports) {
            if (first.putIfAbsent(report.event().id(), report) != null) {
                repeated.add(report);
            }
        }
        return new Batch(first, repeated);
    }

    @Override
    public String toString() {
        return "Batch[redacted]";
    }
}
