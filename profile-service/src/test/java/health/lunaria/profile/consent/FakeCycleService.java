package health.lunaria.profile.consent;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Stands in for cycle-service and keeps whom it was told of; for some it is away, or never answers. */
@Mock
@RestClient
@ApplicationScoped
public class FakeCycleService implements ConsentChangeClient {

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();
    private static final Set<String> SILENT = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Void> changed(Change change) {
        TOLD.add(change.subject());
        if (AWAY.contains(change.subject())) {
            return Uni.createFrom().failure(new IllegalStateException("cycle-service is away"));
        }
        return SILENT.contains(change.subject())
                ? Uni.createFrom().nothing()
                : Uni.createFrom().voidItem();
    }

    static int timesToldOf(String subject) {
        return Collections.frequency(TOLD, subject);
    }

    static void isAwayFor(String subject) {
        AWAY.add(subject);
    }

    static void isSilentFor(String subject) {
        SILENT.add(subject);
    }
}
