package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where subject keys come from. What it gives belongs to the caller, who destroys it. */
interface SubjectKeySource {

    /** Made when missing. */
    Uni<SubjectKey> get(SubjectRef subject);

    /** Empty when missing: the subject never had a key, or it was erased. */
    Uni<Optional<SubjectKey>> find(SubjectRef subject);
}
