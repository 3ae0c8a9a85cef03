package health.lunaria.audit.accesslog;

import health.lunaria.audit.event.DisclosedEvent;
import health.lunaria.audit.event.Event;
import health.lunaria.audit.log.InclusionProof;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who accessed what, latest first, to be taken away.
 *
 * @param olderLeftOut whether there are more, which {@code GET /v1/audit/access-log} has
 */
@Confidential
record AccessLogDocument(boolean olderLeftOut, List<Item> entries) {

    static AccessLogDocument of(List<DisclosedEvent> events, Map<Long, InclusionProof> proofs, boolean olderLeftOut) {
        return new AccessLogDocument(
                olderLeftOut,
                events.stream()
                        .map(event -> Item.of(event, proofs.containsKey(event.index())))
                        .toList());
    }

    /** The name of the file that has the proof of an entry. */
    static String proofOf(long index) {
        return "proofs/" + index + ".tlog-proof";
    }

    /**
     * @param index place of the event's leaf in the log
     * @param file its proof; {@code null} for an entry that was not published yet
     */
    @Confidential
    record Item(UUID id, Instant time, Actor actor, String service, String action, long index, String file) {

        static Item of(DisclosedEvent disclosed, boolean isProven) {
            Event event = disclosed.event();
            long index = disclosed.index();
            return new Item(
                    event.id(),
                    event.time(),
                    event.actor(),
                    event.service(),
                    event.action(),
                    index,
                    isProven ? proofOf(index) : null);
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AccessLogDocument[redacted]";
    }
}
