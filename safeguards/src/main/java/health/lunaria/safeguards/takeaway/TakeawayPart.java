package health.lunaria.safeguards.takeaway;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;

/** A service's part of the archive of everything that is kept about somebody. One bean in each service. */
public interface TakeawayPart {

    /**
     * Collects everything of hers that this service keeps, whatever she consents to: access to one's data needs no consent and
     * no restriction ends it (GDPR, Art. 15 and 18(2)). Records the access as {@code service.thing.export}.
     *
     * @param key lent until the result is there; the files are read later
     * @param actor who asks for her
     */
    Uni<Takeaway> collect(Subject subject, SubjectKey key, Actor actor);
}
