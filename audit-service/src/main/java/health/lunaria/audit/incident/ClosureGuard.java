package health.lunaria.audit.incident;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Says whether an incident may be closed, in the transaction that closes it. */
public interface ClosureGuard {

    Uni<Boolean> allowsClosing(UUID incident);
}
