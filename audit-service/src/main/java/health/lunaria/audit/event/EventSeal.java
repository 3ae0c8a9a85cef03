package health.lunaria.audit.event;

import health.lunaria.audit.log.Leaf;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;

/**
 * Seals events and opens them. The seal is made for the event's id, not for its index, which is known only under the
 * lock of the log's head, where nothing should wait for keys and ciphers. What ties an event to its index is the leaf
 * there: it must have the same id, and commit to what was opened.
 */
final class EventSeal {

    private static final SealedColumn<Opening> COLUMN = SealedColumn.of("access_event", "sealed", 1, Opening.class);

    private EventSeal() {}

    static SealedEvent seal(SubjectKey key, Report report) {
        Event event = report.event();
        byte[] salt = Leaf.newSalt();
        Leaf leaf = Leaf.committingTo(salt, CanonicalEvent.bytes(report.subject(), event));
        byte[] sealed = COLUMN.seal(key, Locator.ofId(event.id()), 0, new Opening(event, salt));
        return new SealedEvent(event.id(), key.subject(), leaf, sealed);
    }

    /** Of somebody who was erased: the log commits to it as to any other, and nobody keeps what would open that. */
    static SealedEvent sealForNobody(Report report) {
        Leaf leaf = Leaf.committingTo(Leaf.newSalt(), CanonicalEvent.bytes(report.subject(), report.event()));
        return new SealedEvent(report.event().id(), null, leaf, null);
    }

    /**
     * @throws health.lunaria.safeguards.encryption.SealBrokenException if the event was altered, or moved from another
     *     subject or place
     * @throws LogBrokenException if the leaf at its place commits to something else
     */
    static Event open(SubjectKey key, Subject subject, StoredEvent stored) {
        return opening(key, subject, stored).event();
    }

    /** As {@link #open}, with the salt. */
    static Opening opening(SubjectKey key, Subject subject, StoredEvent stored) {
        Opening opening = COLUMN.open(key, Locator.ofId(stored.id()), 0, stored.sealed());
        Leaf leaf = Leaf.committingTo(opening.salt(), CanonicalEvent.bytes(subject, opening.event()));
        if (!leaf.hasBytes(stored.leaf())) {
            throw new LogBrokenException();
        }
        return opening;
    }
}
