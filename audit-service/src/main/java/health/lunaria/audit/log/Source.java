package health.lunaria.audit.log;

import java.util.UUID;

/**
 * Where leaves come from. The log counts them by source.
 *
 * @param service as its certificate says
 * @param outbox the service's outbox
 */
public record Source(String service, UUID outbox) {

    private static final UUID NO_OUTBOX = new UUID(0, 0);

    /** What audit-service logs with the work that it tells about, or a service that does not name its outbox. */
    public static Source withoutOutbox(String service) {
        return new Source(service, NO_OUTBOX);
    }
}
