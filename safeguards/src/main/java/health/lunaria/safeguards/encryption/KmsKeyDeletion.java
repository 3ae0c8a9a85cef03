package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to let a KMS key go, which no service has: it belongs to the identity that turns epochs. Only {@link EpochTurn} asks
 * for it, and only when nothing is left below the key.
 */
interface KmsKeyDeletion {

    /** The least that KMS allows. */
    int WAITING_DAYS = 7;

    /**
     * From now on KMS refuses to use the key, and deletes it after {@value #WAITING_DAYS} days, in which the administrator may
     * still cancel that. A key that waits already is no failure.
     *
     * @return when it is gone; fails with {@link KeysUnavailableException}
     */
    Uni<Instant> schedule(String keyId);

    /** When the key is gone, if it waits for that already; fails with {@link KeysUnavailableException}. */
    Uni<Optional<Instant>> scheduled(String keyId);
}
