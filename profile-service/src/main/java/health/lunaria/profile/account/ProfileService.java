package health.lunaria.profile.account;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and writes profiles: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ProfileService {

    private static final SealedColumn<Profile> PROFILE = SealedColumn.of("profile", "sealed", 1, Profile.class);

    private final ProfileRows rows;
    private final Auditor auditor;

    ProfileService(ProfileRows rows, Auditor auditor) {
        this.rows = rows;
        this.auditor = auditor;
    }

    /** A profile with its version. */
    record Versioned(Profile profile, long version) {}

    @WithTransaction
    Uni<Optional<Versioned>> find(Subject subject, SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row)))
                .call(() -> auditor.record(subject, "profile.profile.read"));
    }

    /**
     * Stores the profile if the precondition holds, else fails with {@code stale} (412).
     *
     * @return the new version
     */
    @WithTransaction
    Uni<Long> put(Subject subject, SubjectKey key, Profile profile, Precondition precondition) {
        long version = precondition.version() + 1;
        byte[] sealed = PROFILE.seal(key, Locator.NONE, version, profile);
        Uni<Boolean> written = precondition.isToCreate()
                ? rows.insert(key.subject(), sealed)
                : rows.update(key.subject(), version, sealed);
        return written.invoke(ProfileService::failIfStale)
                .call(() -> auditor.record(subject, "profile.profile.write"))
                .replaceWith(version);
    }

    private static void failIfStale(boolean written) {
        if (!written) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static Versioned open(SubjectKey key, ProfileRow row) {
        return new Versioned(PROFILE.open(key, Locator.NONE, row.version, row.sealed), row.version);
    }
}
