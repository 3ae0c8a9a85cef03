package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** Lends keys of a source and destroys each one when the work with it has ended. */
final class LentSubjectKeys implements SubjectKeys {

    private final Pseudonyms pseudonyms;
    private final SubjectKeySource source;

    LentSubjectKeys(Pseudonyms pseudonyms, SubjectKeySource source) {
        this.pseudonyms = pseudonyms;
        this.source = source;
    }

    @Override
    public <T> Uni<T> using(Subject subject, Function<SubjectKey, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> using(pseudonyms.of(subject), work));
    }

    @Override
    public <T> Uni<T> using(SubjectRef subject, Function<SubjectKey, Uni<T>> work) {
        return source.get(subject).chain(key -> lend(key, work));
    }

    @Override
    public <T> Uni<Optional<T>> usingExisting(SubjectRef subject, Function<SubjectKey, Uni<T>> work) {
        return source.find(subject)
                .chain(found -> found.isPresent()
                        ? lend(found.get(), work).map(Optional::ofNullable)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static <T> Uni<T> lend(SubjectKey key, Function<SubjectKey, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(key)).onTermination().invoke(key::destroy);
    }
}
