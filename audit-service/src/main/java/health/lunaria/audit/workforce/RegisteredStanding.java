package health.lunaria.audit.workforce;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.identity.GoodStanding;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Standing by what the register says at that moment; nothing is remembered from one request to the next. Refusals are counted
 * as {@code lunaria.workforce.refusals} by problem, and logged without the person.
 */
@ApplicationScoped
class RegisteredStanding implements GoodStanding {

    private static final Logger LOG = Logger.getLogger(RegisteredStanding.class);

    private final Workforce workforce;
    private final Clock clock;
    private final MeterRegistry registry;

    RegisteredStanding(Workforce workforce, Clock clock, MeterRegistry registry) {
        this.workforce = workforce;
        this.clock = clock;
        this.registry = registry;
    }

    @Override
    public Uni<Void> require(Staff staff) {
        String person = staff.person().id();
        Set<String> roles = staff.roles();
        return workforce
                .standings(Set.of(person))
                .map(standings -> standings.of(person).lacks(roles, clock.instant()))
                .invoke(lacking -> lacking.ifPresent(this::refuse))
                .replaceWithVoid();
    }

    private void refuse(AuditProblem problem) {
        registry.counter("lunaria.workforce.refusals", "code", problem.slug()).increment();
        LOG.warnf("Somebody of the staff was refused: %s", problem.slug());
        throw new ProblemException(problem);
    }
}
