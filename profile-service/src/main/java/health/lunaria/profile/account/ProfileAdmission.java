package health.lunaria.profile.account;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.profile.age.Admission;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** No profile is stored of who did not pass the gate; one that was stored before there was a gate has no country. */
@ApplicationScoped
class ProfileAdmission implements Admission {

    private final boolean required;

    /** @param required whether consent to health data needs a known age; off only where a test has no profiles */
    ProfileAdmission(
            @ConfigProperty(name = "lunaria.profile.age-gate.before-consent", defaultValue = "true") boolean required) {
        this.required = required;
    }

    @Override
    public Uni<Void> require(SubjectKey key) {
        return required
                ? ProfileService.PROFILE
                        .find(key)
                        .invoke(ProfileAdmission::failUnlessAdmitted)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static void failUnlessAdmitted(Optional<Versioned<Profile>> found) {
        if (found.map(Versioned::value).filter(Profile::passedTheAgeGate).isEmpty()) {
            throw new ProblemException(ProfileProblem.AGE_UNKNOWN);
        }
    }
}
