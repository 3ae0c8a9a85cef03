package health.lunaria.audit.breach;

import health.lunaria.audit.incident.ClosureGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** An incident is not closed while somebody has to be told about its breach. */
@ApplicationScoped
class BreachGuard implements ClosureGuard {

    private final BreachRows rows;
    private final BreachSeals seals;
    private final BreachClocks clocks;
    private final Clock clock;

    BreachGuard(BreachRows rows, BreachSeals seals, BreachClocks clocks, Clock clock) {
        this.rows = rows;
        this.seals = seals;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> allowsClosing(UUID incident) {
        return rows.findById(incident).map(row -> row == null || isDone(seals.open(row)));
    }

    private boolean isDone(Breach breach) {
        return clocks.of(breach, clock.instant()).stream().allMatch(BreachClock::isDone);
    }
}
