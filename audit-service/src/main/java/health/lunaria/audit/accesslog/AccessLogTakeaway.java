package health.lunaria.audit.accesslog;

import health.lunaria.audit.event.DisclosedEvent;
import health.lunaria.audit.event.EventService;
import health.lunaria.audit.log.InclusionProof;
import health.lunaria.audit.log.Log;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import health.lunaria.safeguards.takeaway.TakeawayPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This service's part of the archive of everything: the newest entries of the access log, and a proof of each. */
@ApplicationScoped
class AccessLogTakeaway implements TakeawayPart {

    /** Opened events and hashes of so many take some 25 MB until they are written. */
    static final int MOST_ENTRIES = 10_000;

    private final EventService events;
    private final Log log;

    AccessLogTakeaway(EventService events, Log log) {
        this.events = events;
        this.log = log;
    }

    @Override
    public Uni<Takeaway> collect(Subject subject, SubjectKey key, Actor actor) {
        return events.export(subject, key, actor, MOST_ENTRIES + 1).chain(found -> {
            List<DisclosedEvent> newest = found.subList(0, Math.min(MOST_ENTRIES, found.size()));
            boolean olderLeftOut = found.size() > MOST_ENTRIES;
            List<Long> indexes = newest.stream().map(event -> event.index()).toList();
            return log.proofs(indexes)
                    .chain(proofs ->
                            log.verifierKey().map(verifier -> takeaway(newest, proofs, olderLeftOut, verifier)));
        });
    }

    private static Takeaway takeaway(
            List<DisclosedEvent> events, Map<Long, InclusionProof> proofs, boolean olderLeftOut, String verifierKey) {
        AccessLogDocument document = AccessLogDocument.of(events, proofs, olderLeftOut);
        List<TakeawayFile> files = new ArrayList<>();
        files.add(TakeawayFile.json("access-log.json", document));
        files.add(text("log-key.txt", verifierKey + "\n"));
        for (DisclosedEvent event : events) {
            InclusionProof proof = proofs.get(event.index());
            if (proof != null) {
                String name = AccessLogDocument.proofOf(proof.index());
                files.add(TakeawayFile.written(
                        name,
                        out -> out.write(proof.text(event.commitment().json()).getBytes(StandardCharsets.UTF_8))));
            }
        }
        return Takeaway.of(files);
    }

    private static TakeawayFile text(String name, String content) {
        return TakeawayFile.written(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
