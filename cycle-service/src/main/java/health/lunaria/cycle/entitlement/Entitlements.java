package health.lunaria.cycle.entitlement;

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
 * Whether a person bought something, as billing-service says. A yes is remembered for a minute, so for so long somebody
 * whose money went back can still go on; a no for five seconds, so a purchase counts almost at once, and an app that asks
 * again and again does not ask billing-service each time.
 */
@ApplicationScoped
public class Entitlements {

    public static final String PREMIUM = "premium";

    static final Duration YES_REMEMBERED = Duration.ofSeconds(60);
    static final Duration NO_REMEMBERED = Duration.ofSeconds(5);

    private final EntitlementClient billingService;
    private final PeerAnswers<Asked, Boolean> answers;

    Entitlements(@RestClient EntitlementClient billingService, Ticker clock) {
        this.billingService = billingService;
        this.answers =
                new PeerAnswers<>(CycleProblem.ENTITLEMENT_UNKNOWN, yes -> yes ? YES_REMEMBERED : NO_REMEMBERED, clock);
    }

    /** Fails with {@code entitlement-required} (403) or, when it cannot be asked, {@code entitlement-unknown} (503). */
    public Uni<Void> require(Subject subject, String entitlement) {
        return answers.of(new Asked(subject, entitlement), this::ask)
                .invoke(Entitlements::failUnlessYes)
                .replaceWithVoid();
    }

    private static void failUnlessYes(boolean yes) {
        if (!yes) {
            throw new ProblemException(CycleProblem.ENTITLEMENT_REQUIRED);
        }
    }

    private Uni<Boolean> ask(Asked asked) {
        return billingService
                .check(new EntitlementClient.Question(asked.subject().id(), asked.entitlement()))
                .map(EntitlementClient.Answer::granted);
    }

    private record Asked(Subject subject, String entitlement) {}
}
