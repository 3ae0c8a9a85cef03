package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
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
        return source.get(subject)
                .chain(key -> Uni.createFrom()
                        .deferred(() -> work.apply(key))
                        .onTermination()
                        .invoke(key::destroy));
    }
}
