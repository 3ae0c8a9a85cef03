package health.lunaria.safeguards.identity;

/**
 * Derives the pseudonym of a subject: {@code HMAC-SHA256(this service's pseudonym key, "subject" ‖ token subject)}.
 * Deterministic within a service, unrelated between services. Thread-safe.
 */
public interface Pseudonyms {

    /** @throws health.lunaria.safeguards.encryption.KeysUnavailableException while the pseudonym key is not loaded */
    SubjectRef of(Subject subject);

    /**
     * A keyed reference to an identifier that is not a subject (an account id given to a store, say), for look-ups
     * without storing the identifier.
     *
     * @param kind a constant that separates kinds of identifiers, e.g. {@code "billing-account"}
     * @return 32 bytes
     */
    byte[] of(String kind, String identifier);
}
