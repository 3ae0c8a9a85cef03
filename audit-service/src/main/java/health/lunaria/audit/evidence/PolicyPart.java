package health.lunaria.audit.evidence;

import health.lunaria.audit.policy.Policies;
import health.lunaria.safeguards.policy.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The policies that were in force on some day of the period. */
@ApplicationScoped
class PolicyPart implements EvidencePart {

    private final Policies policies;

    PolicyPart(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        return Uni.createFrom()
                .item(policies.between(period.from(), period.to()).stream()
                        .map(PolicyPart::file)
                        .toList());
    }

    private static EvidenceFile file(Policy policy) {
        return EvidenceFile.of("policies/" + policy.id() + ".md", policy.text());
    }
}
