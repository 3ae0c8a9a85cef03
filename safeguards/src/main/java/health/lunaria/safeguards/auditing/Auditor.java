package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;

/**
 * Records accesses. The record is written in the caller's transaction: it is durable exactly when the work is, and before
 * any answer leaves (no receipt, no answer). Call it once per access, inside a {@code @WithTransaction} method, reads
 * included.
 */
public interface Auditor {

    /**
     * @param action {@code service.thing.verb}, e.g. {@code cycle.days.read}
     * @return completes when the record is part of the transaction; fails with {@code audit-backlog} (503) when too many
     *     records wait for delivery
     */
    Uni<Void> record(Subject subject, Actor actor, String action);

    /** The person's own access. */
    default Uni<Void> record(Subject subject, String action) {
        return record(subject, Actor.self(), action);
    }
}
