package health.lunaria.audit.evidence;

import health.lunaria.audit.breach.BreachClock;
import health.lunaria.audit.breach.BreachService;
import health.lunaria.audit.breach.BreachState;
import health.lunaria.audit.incident.IncidentHistory;
import health.lunaria.audit.incident.PastIncident;
import health.lunaria.audit.incident.Severity;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.redaction.Confidential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Incidents that were opened or open in the period, and what the law's clocks of their breaches say. */
@ApplicationScoped
class IncidentPart implements EvidencePart {

    private static final int MOST = 1_000;

    private final IncidentHistory incidents;
    private final BreachService breaches;
    private final Workforce workforce;

    IncidentPart(IncidentHistory incidents, BreachService breaches, Workforce workforce) {
        this.incidents = incidents;
        this.breaches = breaches;
        this.workforce = workforce;
    }

    /** @param source {@code alert} if a part of the suite raised it, {@code person} otherwise */
    @Confidential
    record Item(
            UUID incident,
            Severity severity,
            String source,
            String owner,
            Instant openedAt,
            Instant acknowledgedAt,
            Instant escalatedAt,
            Instant closedAt,
            List<Clock> breachClocks) {

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    /** @param due the last second in time; left out while the limit has not begun */
    @Confidential
    record Clock(String clock, Instant due, Instant done) {

        static Clock from(BreachClock clock) {
            return new Clock(
                    clock.rule().id(), clock.due().orElse(null), clock.done().orElse(null));
        }

        @Override
        public String toString() {
            return "Clock[redacted]";
        }
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        return incidents
                .between(period.start(), period.end(), MOST + 1)
                .map(found -> EvidencePart.allOf(found, MOST))
                .chain(found -> breaches.of(found.stream().map(PastIncident::id).toList())
                        .map(declared -> List.of(file(found, declared))));
    }

    private EvidenceFile file(List<PastIncident> found, Map<UUID, BreachState> declared) {
        return JsonFile.of(
                "incidents/incidents.json",
                found.stream()
                        .map(incident -> item(incident, declared.get(incident.id())))
                        .toList());
    }

    private Item item(PastIncident incident, BreachState breach) {
        return new Item(
                incident.id(),
                incident.severity(),
                incident.isAlert() ? "alert" : "person",
                incident.owner() == null ? null : StaffId.of(workforce.ref(incident.owner())),
                incident.openedAt(),
                incident.acknowledgedAt(),
                incident.escalatedAt(),
                incident.closedAt(),
                breach == null
                        ? null
                        : breach.clocks().stream().map(Clock::from).toList());
    }
}
