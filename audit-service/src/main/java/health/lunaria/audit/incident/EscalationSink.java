package health.lunaria.audit.incident;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells management of an incident that nobody acknowledged in time, in the transaction that escalates it. */
public interface EscalationSink {

    /** @param management at least one e-mail address */
    Uni<Void> escalated(Incident incident, List<String> management);
}
