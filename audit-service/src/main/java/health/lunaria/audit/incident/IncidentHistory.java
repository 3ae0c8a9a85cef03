package health.lunaria.audit.incident;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The incidents of a time. */
@ApplicationScoped
public class IncidentHistory {

    private final IncidentRows rows;
    private final EntryRows entries;
    private final IncidentSeals seals;

    IncidentHistory(IncidentRows rows, EntryRows entries, IncidentSeals seals) {
        this.rows = rows;
        this.entries = entries;
        this.seals = seals;
    }

    /**
     * Those that were opened before {@code end} and not closed before {@code start}, the first first.
     *
     * @param limit how many at most
     */
    @WithTransaction
    public Uni<List<PastIncident>> between(Instant start, Instant end, int limit) {
        return rows.between(start, end, limit)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(row -> entries.of(row.id).map(timeline -> incident(row, timeline)))
                .collect()
                .asList();
    }

    private PastIncident incident(IncidentRow row, List<EntryRow> timeline) {
        return new PastIncident(
                row.id,
                row.severity,
                row.fingerprint != null,
                seals.text(row).owner(),
                row.openedAt,
                first(timeline, Entry.Kind.ACKNOWLEDGED),
                row.escalatedAt,
                first(timeline, Entry.Kind.CLOSED));
    }

    private Instant first(List<EntryRow> timeline, Entry.Kind kind) {
        return timeline.stream()
                .map(seals::entry)
                .filter(entry -> entry.kind() == kind)
                .map(Entry::at)
                .findFirst()
                .orElse(null);
    }
}
