package health.lunaria.safeguards.auditing;

import java.util.UUID;

/**
 * What an outbox says of itself, at a moment when nothing of it is on its way.
 *
 * @param outbox tells it from any other
 * @param id of this statement
 * @param confirms the statement before, if the answer to that came in time: only then was nothing on its way when
 *     audit-service took it in; or {@code null}
 * @param recorded how many events it ever took in
 * @param delivered how many of them audit-service acknowledged
 * @param waiting how many wait for it; together with {@code delivered} as many as {@code recorded}, or rows were removed
 */
record OutboxStatement(UUID outbox, UUID id, UUID confirms, long recorded, long delivered, long waiting) {}
