package health.lunaria.audit.incident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.exception.ConstraintViolationException;

/** Where other parts of the service raise incidents. */
@ApplicationScoped
public class IncidentReports {

    private final IncidentService incidents;

    IncidentReports(IncidentService incidents) {
        this.incidents = incidents;
    }

    /**
     * Opens an incident, or adds to the one that its cause has open. Two reports of one cause at once end with one incident:
     * the database refuses the second one, which then finds the first.
     */
    public Uni<Incident> raise(Report report) {
        return Uni.createFrom()
                .deferred(() -> incidents.open(report))
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(1);
    }

    /** Notes in the incident that its cause is over; it stays open until somebody closes it. */
    public Uni<Boolean> resolved(String fingerprint, String by) {
        return incidents.resolved(fingerprint, by);
    }
}
