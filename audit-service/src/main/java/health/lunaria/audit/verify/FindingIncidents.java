package health.lunaria.audit.verify;

import health.lunaria.audit.incident.IncidentReports;
import health.lunaria.audit.incident.Report;
import health.lunaria.audit.incident.Severity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a finding and raises an incident for its kind: one changed leaf spoils much behind it, and that is one incident. The
 * row comes first, as it is what is left if the register cannot be written.
 */
@ApplicationScoped
class FindingIncidents implements IncidentSink {

    private static final String NAME = "log-verifier";

    private final FindingRows rows;
    private final IncidentReports incidents;

    FindingIncidents(FindingRows rows, IncidentReports incidents) {
        this.rows = rows;
        this.incidents = incidents;
    }

    @Override
    public Uni<Void> raise(Finding finding) {
        return rows.keep(finding).chain(() -> incidents.raise(report(finding))).replaceWithVoid();
    }

    private static Report report(Finding finding) {
        String what = (finding.kind().name() + " " + finding.source()).strip();
        return new Report(
                Severity.CRITICAL,
                "The log is not as it must be: " + what,
                "First found at " + finding.position() + "; all findings stand in log_finding.",
                null,
                NAME + " " + what,
                NAME);
    }
}
