package health.lunaria.profile.erasure;

import health.lunaria.safeguards.identity.Subject;
import java.time.Instant;
import java.util.UUID;

/** An erasure whose next step is to be done. */
record DueErasure(UUID id, ErasureStep step, Subject subject, Instant requestedAt) {

    @Override
    public String toString() {
        return "DueErasure[" + id + ", " + step + "]";
    }
}
