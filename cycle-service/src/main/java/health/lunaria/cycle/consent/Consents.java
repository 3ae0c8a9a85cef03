package health.lunaria.cycle.consent;

import com.github.benmanes.caffeine.cache.Ticker;
import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.peer.PeerAnswers;
import health.lunaria.safeguards.identity.Subject;
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

    private final ConsentClient profileService;
    private final PeerAnswers<Subject> answers;

    Consents(@RestClient ConsentClient profileService, Ticker clock) {
        this.profileService = profileService;
        this.answers = new PeerAnswers<>(
                CycleProblem.CONSENT_REQUIRED, CycleProblem.CONSENT_UNKNOWN, YES_REMEMBERED, Duration.ZERO, clock);
    }

    /** Fails with {@code consent-required} (403) or, when it cannot be asked, {@code consent-unknown} (503). */
    public Uni<Void> require(Subject subject) {
        return answers.require(subject, this::ask);
    }

    private Uni<Boolean> ask(Subject subject) {
        return profileService
                .check(new ConsentClient.Question(subject.id(), HEALTH_DATA))
                .map(ConsentClient.Answer::granted);
    }
}
