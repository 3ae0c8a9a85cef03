package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lends out subject keys.
 *
 * <p>Call it before a transaction begins, never inside one: a cold key costs a query on the keyring and possibly a call
 * to KMS, and a connection must not be held meanwhile. Non-blocking; the result arrives on the caller's Vert.x context.
 */
public interface SubjectKeys {

    /**
     * Runs the work with the subject's key and destroys the handle when the work has ended, however it ended. A key is
     * created, stored and committed first when the subject has none; two first requests at once end with one key.
     *
     * @return the work's result, or {@link KeysUnavailableException} when the key cannot be had (503, never in clear)
     */
    <T> Uni<T> using(Subject subject, Function<SubjectKey, Uni<T>> work);

    /** The same for a pseudonym that this service derived earlier. */
    <T> Uni<T> using(SubjectRef subject, Function<SubjectKey, Uni<T>> work);

    /**
     * The same without ever creating a key, for work that nobody is waiting for: a person who was erased meanwhile does
     * not get a key again.
     *
     * @return the work's result; empty when the subject has no key, or the result is {@code null}
     */
    <T> Uni<Optional<T>> usingExisting(SubjectRef subject, Function<SubjectKey, Uni<T>> work);
}
