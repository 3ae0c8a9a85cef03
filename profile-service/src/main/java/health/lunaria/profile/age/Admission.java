package health.lunaria.profile.age;

import health.lunaria.safeguards.encryption.SubjectKey;
import io.smallrye.mutiny.Uni;

/** Whether somebody has passed the {@link AgeGate}. */
public interface Admission {

    /** In a transaction of the caller, who records the access. Fails with {@code age-unknown} (403) if she has not. */
    Uni<Void> require(SubjectKey key);
}
