package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;

/** The right to make KMS keys for epochs, which no service has. */
interface EpochKmsKeys {

    /**
     * The key for an epoch of a service: the one that was made for it before, else a new one. Its purpose is written on it in the
     * call that makes it, so that a crash after it leaves no key of which nobody knows. Not to be called by two at once.
     *
     * @return its ARN; fails with {@link KeysUnavailableException}
     */
    Uni<String> of(String service, int epoch);
}
