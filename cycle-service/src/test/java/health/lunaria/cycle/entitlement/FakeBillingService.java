package health.lunaria.cycle.entitlement;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Stands in for billing-service: nobody bought anything, but for those of whom a test says otherwise. */
@Mock
@RestClient
@ApplicationScoped
public class FakeBillingService implements EntitlementClient {

    private static final Set<String> PREMIUM = ConcurrentHashMap.newKeySet();
    private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Answer> check(Question question) {
        if (FAILING.contains(question.subject())) {
            return Uni.createFrom().failure(new IllegalStateException("billing-service is away"));
        }
        boolean granted = question.entitlement().equals("premium") && PREMIUM.contains(question.subject());
        return Uni.createFrom().item(new Answer(granted));
    }

    public static void sellPremiumTo(String subject) {
        PREMIUM.add(subject);
    }

    public static void failFor(String subject) {
        FAILING.add(subject);
    }
}
