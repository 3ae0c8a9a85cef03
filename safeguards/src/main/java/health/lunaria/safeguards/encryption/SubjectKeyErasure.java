package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Erases a person's key: nothing that was sealed under it opens again. Copies of the keyring from before still hold it until the
 * epoch has turned ({@link EpochTurn}).
 */
@ApplicationScoped
public class SubjectKeyErasure {

    private final Keyring keyring;
    private final CachingSubjectKeys cache;

    SubjectKeyErasure(Keyring keyring, CachingSubjectKeys cache) {
        this.keyring = keyring;
        this.cache = cache;
    }

    /**
     * Deletes the key, for good: from now on none is made for this subject, who is refused with {@link SubjectErasedException}.
     * It is forgotten in this process at once. Other processes are told, and forget it within the lifetime of a key in memory if
     * they do not hear it. Work that was lent the key before keeps it to its end. May be repeated. Call it outside of any
     * transaction, as it asks the keyring.
     *
     * @return whether there was a key; fails with {@link KeysUnavailableException} if it is not known to be gone
     */
    public Uni<Boolean> erase(SubjectRef subject) {
        return keyring.markErased(subject)
                .chain(() -> keyring.deleteSubjectKey(subject))
                .onTermination()
                .invoke(() -> cache.evict(subject));
    }
}
