package health.lunaria.cycle.breakglass;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Stands in for audit-service: answers as a test says, each exception once; what it does not know makes it fail. */
@Mock
@RestClient
@ApplicationScoped
public class FakeAuditService implements BreakGlassClient {

    private static final Map<UUID, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Queue<Redemption> SEEN = new ConcurrentLinkedQueue<>();

    @Override
    public Uni<Answer> redeem(Redemption redemption) {
        SEEN.add(redemption);
        Answer answer = ANSWERS.remove(redemption.id());
        return answer == null
                ? Uni.createFrom().failure(new IllegalStateException("audit-service is away"))
                : Uni.createFrom().item(answer);
    }

    static UUID answering(Answer answer) {
        UUID id = UUID.randomUUID();
        ANSWERS.put(id, answer);
        return id;
    }

    static boolean wasAsked(UUID id) {
        return SEEN.stream().anyMatch(redemption -> redemption.id().equals(id));
    }

    static Redemption asked(UUID id) {
        return SEEN.stream()
                .filter(redemption -> redemption.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
