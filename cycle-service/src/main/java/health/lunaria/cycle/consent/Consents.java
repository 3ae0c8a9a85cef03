package health.lunaria.cycle.consent;

import com.github.benmanes.caffeine.cache.Ticker;
import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.peer.PeerAnswers;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Whether a person consents to the processing of her health data, and did not restrict it, as profile-service says. A yes is
 * remembered until profile-service tells that something changed, and in any case for so long only that a change takes
 * effect within 30 seconds, the call's time-out of 5 seconds included. Anything else is never remembered, so a consent counts
 * at once; and no answer is no consent.
 */
@ApplicationScoped
public class Consents {

    static final String HEALTH_DATA = "health-data";

    private static final Duration YES_REMEMBERED = Duration.ofSeconds(25);

    private final ConsentClient profileService;
    private final PeerAnswers<Subject, Standing> answers;

    Consents(@RestClient ConsentClient profileService, Ticker clock) {
        this.profileService = profileService;
        this.answers = new PeerAnswers<>(
                CycleProblem.CONSENT_UNKNOWN,
                standing -> standing == Standing.OPEN ? YES_REMEMBERED : Duration.ZERO,
                clock);
    }

    private enum Standing {
        OPEN,
        RESTRICTED,
        REFUSED
    }

    /**
     * For processing of any kind. Fails with {@code consent-required} or {@code processing-restricted} (403) or, when it
     * cannot be asked, {@code consent-unknown} (503).
     */
    public Uni<Void> require(Subject subject) {
        return standing(subject).invoke(Consents::failIfRestricted).replaceWithVoid();
    }

    /** Whether {@link #require} failed because she does not want it, not because nobody could say. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == CycleProblem.CONSENT_REQUIRED
                        || problem.type() == CycleProblem.PROCESSING_RESTRICTED);
    }

    /** The same for what stays possible while she restricts the processing: reading out, exporting, erasing. */
    Uni<Void> requireWhileRestricted(Subject subject) {
        return standing(subject).replaceWithVoid();
    }

    /** Forgets what is remembered of her. */
    void changed(Subject subject) {
        answers.forget(subject);
    }

    private Uni<Standing> standing(Subject subject) {
        return answers.of(subject, this::ask).invoke(Consents::failUnlessGranted);
    }

    private Uni<Standing> ask(Subject subject) {
        return profileService
                .check(new ConsentClient.Question(subject.id(), HEALTH_DATA))
                .map(Consents::standing);
    }

    /** {@code null} if half of the answer is missing. */
    private static Standing standing(ConsentClient.Answer answer) {
        if (answer == null || answer.restricted() == null) {
            return null;
        }
        if (!answer.granted()) {
            return Standing.REFUSED;
        }
        return answer.restricted() ? Standing.RESTRICTED : Standing.OPEN;
    }

    private static void failUnlessGranted(Standing standing) {
        if (standing == Standing.REFUSED) {
            throw new ProblemException(CycleProblem.CONSENT_REQUIRED);
        }
    }

    private static void failIfRestricted(Standing standing) {
        if (standing == Standing.RESTRICTED) {
            throw new ProblemException(CycleProblem.PROCESSING_RESTRICTED);
        }
    }
}
