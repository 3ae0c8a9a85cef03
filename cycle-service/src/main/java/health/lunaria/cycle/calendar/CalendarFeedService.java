package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;

/** Keeps who has which calendar feed. */
@ApplicationScoped
public class CalendarFeedService {

    private static final SealedColumn<CalendarFeed> FEED =
            SealedColumn.of("calendar_feed", "sealed", 1, CalendarFeed.class);

    private final Revisions revisions;
    private final CalendarFeedRows rows;
    private final Pseudonyms pseudonyms;
    private final Auditor auditor;

    CalendarFeedService(Revisions revisions, CalendarFeedRows rows, Pseudonyms pseudonyms, Auditor auditor) {
        this.revisions = revisions;
        this.rows = rows;
        this.pseudonyms = pseudonyms;
        this.auditor = auditor;
    }

    /** Gives the person a feed under a new address; an address that she had before is dead from then on. */
    @WithTransaction
    Uni<CalendarFeed> make(Subject subject, SubjectKey key, Detail detail, String secret) {
        CalendarFeed feed = CalendarFeed.newOf(subject, detail);
        return revisions
                .next(key.subject())
                .chain(revision -> rows.of(key.subject())
                        .map(found -> found.orElseGet(
                                () -> new CalendarFeedRow(key.subject().bytes())))
                        .chain(row -> rows.persist(sealed(row, key, revision, feed, secret))))
                .call(() -> auditor.record(subject, "cycle.calendar.write"))
                .replaceWith(feed);
    }

    @WithTransaction
    Uni<Optional<CalendarFeed>> find(Subject subject, SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row)))
                .call(() -> auditor.record(subject, "cycle.calendar.read"));
    }

    /**
     * What her feed tells, without the secret in its address, for an access that records itself. Call it in a {@code
     * @WithTransaction} method.
     */
    @WithTransaction
    public Uni<Optional<CalendarResponse>> describe(SubjectKey key) {
        return rows.of(key.subject()).map(found -> found.map(row -> CalendarResponse.of(open(key, row))));
    }

    /** Nothing changes if there is none. */
    @WithTransaction
    Uni<Void> revoke(Subject subject, SubjectKey key) {
        return rows.deleteOf(key.subject()).call(() -> auditor.record(subject, "cycle.calendar.delete"));
    }

    /** Whose feed an address is. */
    @WithSession
    Uni<Optional<SubjectRef>> ownerOf(byte[] secretRef) {
        return rows.ofSecret(secretRef).map(found -> found.map(row -> SubjectRef.of(row.subjectRef)));
    }

    /**
     * The feed of an address. Who it is about comes out only here, so the reading of her days, and not this, is what is
     * audited.
     *
     * @return empty if the address was revoked or replaced meanwhile
     */
    @WithSession
    Uni<Optional<CalendarFeed>> open(SubjectKey key, byte[] secretRef) {
        return rows.of(key.subject())
                .map(found -> found.filter(row -> Arrays.equals(row.secretRef, secretRef))
                        .map(row -> open(key, row)));
    }

    private CalendarFeedRow sealed(
            CalendarFeedRow row, SubjectKey key, long revision, CalendarFeed feed, String secret) {
        row.secretRef = FeedSecret.ref(pseudonyms, secret);
        row.revision = revision;
        row.sealed = FEED.seal(key, Locator.NONE, revision, feed);
        return row;
    }

    private static CalendarFeed open(SubjectKey key, CalendarFeedRow row) {
        return FEED.open(key, Locator.NONE, row.revision, row.sealed);
    }
}
