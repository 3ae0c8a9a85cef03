package health.lunaria.profile.consent;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The consent to health data, asked by another feature of this service. */
@ApplicationScoped
public class HealthConsent {

    private final ConsentStateRows states;
    private final PurposePolicies policies;

    HealthConsent(ConsentStateRows states, PurposePolicies policies) {
        this.states = states;
        this.policies = policies;
    }

    /**
     * In a transaction of the caller, who records the access. Fails with {@code consent-required} or {@code processing-restricted}
     * (403).
     */
    public Uni<Void> require(SubjectKey key) {
        return states.of(key.subject())
                .map(found -> ConsentService.open(key, found))
                .invoke(this::failUnlessGranted)
                .replaceWithVoid();
    }

    private void failUnlessGranted(ConsentState state) {
        if (!state.isGranted(Purpose.HEALTH_DATA, policies, LocalDate.now(ZoneOffset.UTC))) {
            throw new ProblemException(ProfileProblem.CONSENT_REQUIRED);
        }
        if (state.restriction().restricted()) {
            throw new ProblemException(ProfileProblem.PROCESSING_RESTRICTED);
        }
    }
}
