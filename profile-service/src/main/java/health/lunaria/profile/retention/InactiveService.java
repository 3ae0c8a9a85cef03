package health.lunaria.profile.retention;

import health.lunaria.profile.activity.Activity;
import health.lunaria.profile.activity.Activity.Absent;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The steps of {@link InactiveAccounts}, each a transaction. Nothing that somebody wrote is read, so nothing is recorded. */
@ApplicationScoped
class InactiveService {

    private final Activity activity;

    InactiveService(Activity activity) {
        this.activity = activity;
    }

    @WithTransaction
    Uni<Long> count(LocalDate day) {
        return activity.countUnseenSince(day);
    }

    @WithTransaction
    Uni<Integer> notice(LocalDate day, Instant now, int most) {
        return activity.notice(day, now, most);
    }

    @WithTransaction
    Uni<List<Absent>> absent(LocalDate day, Instant noticedBefore, int most) {
        return activity.absent(day, noticedBefore, most);
    }

    @WithTransaction
    Uni<Void> forget(SubjectRef ref) {
        return activity.forget(ref);
    }
}
