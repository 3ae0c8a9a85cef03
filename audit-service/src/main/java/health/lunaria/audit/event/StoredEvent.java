package health.lunaria.audit.event;

import health.lunaria.safeguards.identity.SubjectRef;
import java.util.UUID;

/**
 * An event as it is found in the database.
 *
 * @param index its place in the log
 * @param id the event's id by the leaf at that place
 * @param leaf the leaf's bytes
 * @param subject whom it is about
 * @param sealed what opens the leaf's commitment
 */
record StoredEvent(long index, UUID id, byte[] leaf, SubjectRef subject, byte[] sealed) {}
