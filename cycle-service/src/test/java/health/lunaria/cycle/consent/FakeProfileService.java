package health.lunaria.cycle.consent;

import health.lunaria.safeguards.identity.Subject;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Stands in for profile-service: everybody consents, but for those of whom a test says otherwise. */
@Mock
@RestClient
@ApplicationScoped
public class FakeProfileService implements ConsentClient {

    private static final Set<String> REFUSING = ConcurrentHashMap.newKeySet();
    private static final Set<String> RESTRICTING = ConcurrentHashMap.newKeySet();
    private static final Set<String> CHANGING = ConcurrentHashMap.newKeySet();
    private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    private final Instance<Consents> consents;

    FakeProfileService(Instance<Consents> consents) {
        this.consents = consents;
    }

    @Override
    public Uni<Answer> check(Question question) {
        if (FAILING.contains(question.subject())) {
            return Uni.createFrom().failure(new IllegalStateException("profile-service is away"));
        }
        if (CHANGING.remove(question.subject())) {
            RESTRICTING.add(question.subject());
            consents.get().changed(new Subject(question.subject()));
            return Uni.createFrom().item(new Answer(true, false));
        }
        return Uni.createFrom()
                .item(new Answer(!REFUSING.contains(question.subject()), RESTRICTING.contains(question.subject())));
    }

    public static void refuse(String subject) {
        REFUSING.add(subject);
    }

    public static void consent(String subject) {
        REFUSING.remove(subject);
    }

    public static void restrict(String subject) {
        RESTRICTING.add(subject);
    }

    /** Right after the next question, whose answer is still a yes; and the service is told. */
    public static void restrictAfterNextQuestion(String subject) {
        CHANGING.add(subject);
    }

    public static void lift(String subject) {
        RESTRICTING.remove(subject);
    }

    public static void failFor(String subject) {
        FAILING.add(subject);
    }
}
