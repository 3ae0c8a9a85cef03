package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** In the place of the class of this name: asks neither the keyring nor key management. */
final class StoredSubjectKeys implements SubjectKeySource {

    private final String service;

    StoredSubjectKeys(String service, Keyring keyring, ShardKeySource shardKeys) {
        this.service = service;
    }

    @Override
    public Uni<SubjectKey> get(SubjectRef subject) {
        return Uni.createFrom()
                .item(() -> new SubjectKey(service, subject, 1, KeyMaterial.takeOver(new byte[KeyMaterial.LENGTH])));
    }

    @Override
    public Uni<Optional<SubjectKey>> find(SubjectRef subject) {
        return get(subject).map(Optional::of);
    }
}
