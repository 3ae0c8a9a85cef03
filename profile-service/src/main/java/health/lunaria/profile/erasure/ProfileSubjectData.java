package health.lunaria.profile.erasure;

import health.lunaria.safeguards.erasure.Remark;
import health.lunaria.safeguards.erasure.SubjectData;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nothing of her account is kept; that she was erased, her receipt shows. */
@ApplicationScoped
class ProfileSubjectData implements SubjectData {

    @Override
    public List<String> tables() {
        return List.of(
                "data_request",
                "consent_receipt",
                "consent_decision",
                "consent_state",
                "profile_address",
                "account_activity",
                "profile",
                "task",
                "revision");
    }

    @Override
    public Uni<List<Remark>> remarks(Subject subject) {
        return Uni.createFrom().item(List.of());
    }
}
