package health.lunaria.cycle.calendar;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.consent.Consents;
import health.lunaria.cycle.prediction.PredictionService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What an address shows. An unknown, a revoked and a replaced one, and one without consent, show the same: nothing. */
@ApplicationScoped
class FeedReader {

    private static final Actor ADDRESS = Actor.address("calendar-feed");

    private final Pseudonyms pseudonyms;
    private final FeedBounds bounds;
    private final CalendarFeedService feeds;
    private final SubjectKeys keys;
    private final Consents consents;
    private final PredictionService predictions;

    FeedReader(
            Pseudonyms pseudonyms,
            FeedBounds bounds,
            CalendarFeedService feeds,
            SubjectKeys keys,
            Consents consents,
            PredictionService predictions) {
        this.pseudonyms = pseudonyms;
        this.bounds = bounds;
        this.feeds = feeds;
        this.keys = keys;
        this.consents = consents;
        this.predictions = predictions;
    }

    /** Fails with {@code not-found}, {@code too-many-requests}, or with 503 when keys, consent or database cannot be had. */
    Uni<String> read(String secret) {
        byte[] secretRef = FeedSecret.ref(pseudonyms, secret);
        if (!bounds.admit(secretRef)) {
            throw new ProblemException(CycleProblem.TOO_MANY_REQUESTS);
        }
        return feeds.ownerOf(secretRef)
                .invoke(owner -> bounds.lookedUp(secretRef, owner.isPresent()))
                .map(owner -> owner.orElseThrow(FeedReader::notFound))
                .chain(owner -> keys.using(owner, key -> read(key, secretRef)));
    }

    private Uni<String> read(SubjectKey key, byte[] secretRef) {
        return feeds.open(key, secretRef)
                .map(found -> found.orElseThrow(FeedReader::notFound))
                .call(feed -> requireConsent(feed.subject()))
                .chain(feed -> predictions
                        .predict(feed.subject(), key, ADDRESS, "cycle.calendar-feed.read")
                        .map(answer -> CalendarText.of(FeedEvents.of(feed, answer.outcome()), Instant.now())));
    }

    private Uni<Void> requireConsent(Subject subject) {
        return consents.require(subject).onFailure(Consents::isRefusal).transform(refused -> notFound());
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
