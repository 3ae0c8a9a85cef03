package health.lunaria.audit.blastradius;

import health.lunaria.audit.incident.Entry;
import health.lunaria.audit.incident.IncidentService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asks the log whose data an incident touches. That somebody asked, and for which time, stands in the incident's timeline. */
@ApplicationScoped
public class BlastRadiusService {

    private final IncidentService incidents;
    private final BlastRadiusRows rows;

    BlastRadiusService(IncidentService incidents, BlastRadiusRows rows) {
        this.incidents = incidents;
        this.rows = rows;
    }

    @WithTransaction
    Uni<BlastRadius> ask(UUID incident, TimeRange range, String by) {
        return incidents
                .add(incident, Entry.Kind.BLAST_RADIUS, by, range.from() + "/" + range.to())
                .chain(() -> rows.of(range));
    }
}
