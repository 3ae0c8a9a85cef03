package health.lunaria.cycle.consent;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Answer> check(Question question) {
        if (FAILING.contains(question.subject())) {
            return Uni.createFrom().failure(new IllegalStateException("profile-service is away"));
        }
        return Uni.createFrom().item(new Answer(!REFUSING.contains(question.subject()), RESTRICTING.contains(question.subject())));
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

    public static void lift(String subject) {
        RESTRICTING.remove(subject);
    }

    public static void failFor(String subject) {
        FAILING.add(subject);
    }
}
