package health.lunaria.audit.evidence;

import health.lunaria.audit.breakglass.StepHistory;
import health.lunaria.audit.breakglass.StepHistory.PastStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every step of an exception in the period, taken or refused, with its place in the log. Whom it was about is not in it. */
@ApplicationScoped
class BreakGlassPart implements EvidencePart {

    private static final int MOST = 10_000;

    private final StepHistory steps;

    BreakGlassPart(StepHistory steps) {
        this.steps = steps;
    }

    /**
     * @param grant left out of a request that was refused
     * @param refusedBy why; left out if the step was taken
     */
    record Item(long logIndex, UUID grant, String step, Instant at, String staff, String refusedBy) {

        static Item from(PastStep step) {
            return new Item(
                    step.logIndex(), step.grant(), step.step(), step.at(), StaffId.of(step.person()), step.refusedBy());
        }
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        return steps.between(period.start(), period.end(), MOST + 1)
                .map(found ->
                        EvidencePart.allOf(found, MOST).stream().map(Item::from).toList())
                .map(items -> List.of(JsonFile.of("break-glass.json", items)));
    }
}
