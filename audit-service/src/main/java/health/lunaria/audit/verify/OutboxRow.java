package health.lunaria.audit.verify;

import java.util.UUID;

/**
 * An outbox as it is stored.
 *
 * @param service whose it is
 * @param statement what it said of itself; {@code null} while that is not confirmed
 */
record OutboxRow(String service, UUID outbox, Statement statement) {

    /**
     * All of one moment, at which nothing was on its way.
     *
     * @param recorded how many events the outbox ever took in
     * @param delivered how many of them it says that audit-service acknowledged
     * @param waiting how many it still has
     * @param logged how many of its events the log had
     */
    record Statement(long recorded, long delivered, long waiting, long logged) {}
}
