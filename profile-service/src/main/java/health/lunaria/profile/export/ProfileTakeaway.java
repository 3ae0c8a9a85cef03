package health.lunaria.profile.export;

import health.lunaria.profile.consent.ConsentDocuments;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import health.lunaria.safeguards.takeaway.TakeawayPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** This service's own part of the archive. */
@ApplicationScoped
class ProfileTakeaway implements TakeawayPart {

    private final ProfileTakeawayService service;
    private final ConsentDocuments consents;

    ProfileTakeaway(ProfileTakeawayService service, ConsentDocuments consents) {
        this.service = service;
        this.consents = consents;
    }

    @Override
    public Uni<Takeaway> collect(Subject subject, SubjectKey key, Actor actor) {
        return consents.key()
                .chain(receiptKey ->
                        service.collect(subject, key, actor).map(files -> Takeaway.of(joined(receiptKey, files))));
    }

    private static List<TakeawayFile> joined(TakeawayFile first, List<TakeawayFile> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
