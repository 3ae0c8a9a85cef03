package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;

/** Where subject keys come from. What it gives belongs to the caller, who destroys it. */
interface SubjectKeySource {

    Uni<SubjectKey> get(SubjectRef subject);
}
