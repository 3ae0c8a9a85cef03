package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;

/** Keeps the keys of recent callers in memory for minutes. */
final class CachingSubjectKeys implements SubjectKeySource {

    private final SubjectKeySource source;
    private final KeyCache<SubjectRef, SubjectKey> cache;

    CachingSubjectKeys(SubjectKeySource source, KeyCache<SubjectRef, SubjectKey> cache) {
        this.source = source;
        this.cache = cache;
    }

    @Override
    public Uni<SubjectKey> get(SubjectRef subject) {
        return Uni.createFrom()
                .deferred(() -> cache.copyOf(subject)
                        .map(key -> Uni.createFrom().item(key))
                        .orElseGet(() -> source.get(subject).invoke(key -> cache.keep(subject, key))));
    }
}
