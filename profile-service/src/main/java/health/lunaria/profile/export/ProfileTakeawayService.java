package health.lunaria.profile.export;

import health.lunaria.profile.account.ProfileDocuments;
import health.lunaria.profile.activity.ActivityDocuments;
import health.lunaria.profile.consent.ConsentDocuments;
import health.lunaria.profile.request.RequestDocuments;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads everything of a person's that this service keeps, in one transaction with its audit records in it. */
@ApplicationScoped
class ProfileTakeawayService {

    private final ProfileDocuments profiles;
    private final ActivityDocuments activities;
    private final RequestDocuments requests;
    private final ConsentDocuments consents;
    private final Auditor auditor;

    ProfileTakeawayService(
            ProfileDocuments profiles,
            ActivityDocuments activities,
            RequestDocuments requests,
            ConsentDocuments consents,
            Auditor auditor) {
        this.profiles = profiles;
        this.activities = activities;
        this.requests = requests;
        this.consents = consents;
        this.auditor = auditor;
    }

    /**
     * Profile and activity are one access, requests and consents are others. Consents come last: they have files in folders.
     */
    @WithTransaction
    Uni<List<TakeawayFile>> collect(Subject subject, SubjectKey key, Actor actor) {
        List<TakeawayFile> all = new ArrayList<>();
        return profiles.of(key)
                .invoke(all::addAll)
                .chain(() -> activities.of(key))
                .invoke(all::addAll)
                .call(() -> auditor.record(subject, actor, "profile.profile.export"))
                .chain(() -> requests.of(key))
                .invoke(all::addAll)
                .call(() -> auditor.record(subject, actor, "profile.requests.export"))
                .chain(() -> consents.of(key))
                .invoke(all::addAll)
                .call(() -> auditor.record(subject, actor, "profile.consents.export"))
                .replaceWith(all);
    }
}
