package health.lunaria.audit.verify;

import io.smallrye.mutiny.Uni;

/** Who has to know that the log is not as it must be. */
public interface IncidentSink {

    /** Durable when it completes. May be told the same again after a restart. */
    Uni<Void> raise(Finding finding);
}
