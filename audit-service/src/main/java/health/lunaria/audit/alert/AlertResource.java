package health.lunaria.audit.alert;

import health.lunaria.audit.incident.IncidentReports;
import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where Alertmanager reports alerts, known by its certificate as any peer: its webhook takes a client certificate ({@code
 * http_config.tls_config}), and then there is no secret to keep. A firing alert has one open incident, by its fingerprint. One
 * that is resolved closes nothing. Done alerts stay done if a later one fails: Alertmanager sends all of them again.
 */
@Path("/internal/alerts")
@RolesAllowed(Roles.PEER_ALERTMANAGER)
public class AlertResource {

    private static final String NAME = "alertmanager";

    private final IncidentReports incidents;

    AlertResource(IncidentReports incidents) {
        this.incidents = incidents;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Void> report(@NotNull(message = "missing") @Valid AlertsRequest request) {
        return Multi.createFrom()
                .iterable(request.alerts())
                .onItem()
                .transformToUniAndConcatenate(this::report)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<?> report(AlertsRequest.Alert alert) {
        return switch (alert.status()) {
            case FIRING -> incidents.raise(alert.toReport(NAME));
            case RESOLVED -> incidents.resolved(alert.fingerprint(), NAME);
        };
    }
}
