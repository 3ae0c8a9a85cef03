package health.lunaria.cycle.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Whether a person consents to the processing of her health data, as profile-service says. A yes is remembered for so
 * long that a withdrawal takes effect within 30 seconds, the call's time-out of 5 seconds included. A no is never
 * remembered, so a consent counts at once; and no answer is no consent.
 */
@ApplicationScoped
public class Consents {

    static final String HEALTH_DATA = "health-data";

    private static final Duration YES_REMEMBERED = Duration.ofSeconds(25);
    private static final int SUBJECTS_REMEMBERED = 10_000;

    private final ConsentClient profileService;
    private final Cache<Subject, Boolean> granted = Caffeine.newBuilder()
            .expireAfterWrite(YES_REMEMBERED)
            .maximumSize(SUBJECTS_REMEMBERED)
            .build();

    Consents(@RestClient ConsentClient profileService) {
        this.profileService = profileService;
    }

    /** Fails with {@code consent-required} (403) or, when it cannot be asked, {@code consent-unknown} (503). */
    public Uni<Void> require(Subject subject) {
        return Uni.createFrom().deferred(() -> granted.getIfPresent(subject) != null
                ? Uni.createFrom().voidItem()
                : ask(subject));
    }

    private Uni<Void> ask(Subject subject) {
        return profileService
                .check(new ConsentClient.Question(subject.id(), HEALTH_DATA))
                .onFailure()
                .transform(failure ->
                        new ProblemException(CycleProblem.CONSENT_UNKNOWN, "profile-service did not answer", failure))
                .invoke(answer -> remember(subject, answer))
                .replaceWithVoid();
    }

    private void remember(Subject subject, ConsentClient.Answer answer) {
        if (!answer.granted()) {
            throw new ProblemException(CycleProblem.CONSENT_REQUIRED);
        }
        granted.put(subject, Boolean.TRUE);
    }
}
