package health.lunaria.profile.request;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which requests of somebody are open, for another feature of this service; in its transaction, and it records the access. */
@ApplicationScoped
public class OpenRequests {

    private final QueueRows queue;

    OpenRequests(QueueRows queue) {
        this.queue = queue;
    }

    public Uni<List<UUID>> of(SubjectRef subject) {
        return queue.idsOf(subject.bytes());
    }
}
