package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** Keys as a test gives them; {@code null} is none. */
record FixedKeySource(Function<SubjectRef, Uni<SubjectKey>> keys) implements SubjectKeySource {

    @Override
    public Uni<SubjectKey> get(SubjectRef subject) {
        return keys.apply(subject);
    }

    @Override
    public Uni<Optional<SubjectKey>> find(SubjectRef subject) {
        return keys.apply(subject).map(Optional::ofNullable);
    }
}
