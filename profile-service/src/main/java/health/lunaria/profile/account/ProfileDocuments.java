package health.lunaria.profile.account;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The profile, to be taken away; a person without one gets an empty document. */
@ApplicationScoped
public class ProfileDocuments {

    private final ProfileService profiles;

    ProfileDocuments(ProfileService profiles) {
        this.profiles = profiles;
    }

    /** In the transaction of the caller, who records the access. */
    public Uni<List<TakeawayFile>> of(SubjectKey key) {
        return profiles.inTransaction(key)
                .map(found -> found.<Object>map(ProfileResponse::from).orElse(Map.of()))
                .map(profile -> List.of(TakeawayFile.json("profile.json", profile)));
    }
}
