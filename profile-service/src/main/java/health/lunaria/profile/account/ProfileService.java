package health.lunaria.profile.account;

import health.lunaria.profile.consent.HealthConsent;
import health.lunaria.profile.directory.Addresses;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.document.SealedDocument;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Precondition;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and writes profiles: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ProfileService {

    static final SealedDocument<Profile> PROFILE = SealedDocument.of("profile", 1, Profile.class);

    private final HealthConsent consent;
    private final Addresses addresses;
    private final Auditor auditor;

    ProfileService(HealthConsent consent, Addresses addresses, Auditor auditor) {
        this.consent = consent;
        this.addresses = addresses;
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Optional<Versioned<Profile>>> find(Subject subject, SubjectKey key) {
        return PROFILE.find(key).call(() -> auditor.record(subject, "profile.profile.read"));
    }

    /** The profile for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    Uni<Optional<Profile>> inTransaction(SubjectKey key) {
        return PROFILE.find(key).map(found -> found.map(Versioned::value));
    }

    /**
     * Stores the profile if the precondition holds, else fails with {@code stale} (412). A goal is data about her health: without
     * her consent to such it fails with {@code consent-required}, while she restricts them with {@code processing-restricted}.
     *
     * @return what is stored now
     */
    @WithTransaction
    Uni<Versioned<Profile>> put(Subject subject, SubjectKey key, Profile profile, Precondition precondition) {
        return (profile.goal() == null ? Uni.createFrom().voidItem() : consent.require(key))
                .chain(() -> PROFILE.put(key, profile, precondition))
                .call(() -> addresses.set(subject, key.subject(), profile.email()))
                .call(() -> auditor.record(subject, "profile.profile.write"));
    }
}
