package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the keys of recent callers in memory for minutes, or until it is told that one was erased. A key that was read before its
 * erasure and arrives after it is given to its caller and not kept.
 */
final class CachingSubjectKeys implements SubjectKeySource {

    private final SubjectKeySource source;
    private final KeyCache<SubjectRef, SubjectKey> cache;
    private final AtomicLong evictions = new AtomicLong();

    CachingSubjectKeys(SubjectKeySource source, KeyCache<SubjectRef, SubjectKey> cache) {
        this.source = source;
        this.cache = cache;
    }

    @Override
    public Uni<SubjectKey> get(SubjectRef subject) {
        return Uni.createFrom().deferred(() -> {
            long before = evictions.get();
            return cache.copyOf(subject)
                    .map(key -> Uni.createFrom().item(key))
                    .orElseGet(() -> source.get(subject).invoke(key -> keep(subject, key, before)));
        });
    }

    @Override
    public Uni<Optional<SubjectKey>> find(SubjectRef subject) {
        return Uni.createFrom().deferred(() -> {
            long before = evictions.get();
            return cache.copyOf(subject)
                    .map(key -> Uni.createFrom().item(Optional.of(key)))
                    .orElseGet(() ->
                            source.find(subject).invoke(found -> found.ifPresent(key -> keep(subject, key, before))));
        });
    }

    void evict(SubjectRef subject) {
        evictions.incrementAndGet();
        cache.evict(subject);
    }

    void evictAll() {
        evictions.incrementAndGet();
        cache.evictAll();
    }

    /** Looks after keeping it, not before: between the two an eviction would find nothing to evict. */
    private void keep(SubjectRef subject, SubjectKey key, long evictionsBefore) {
        cache.keep(subject, key);
        if (evictions.get() != evictionsBefore) {
            cache.evict(subject);
        }
    }
}
