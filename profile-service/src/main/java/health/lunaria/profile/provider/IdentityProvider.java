package health.lunaria.profile.provider;

import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What has to be done about an account where people log in. Of whom {@link CallerAccount} never saw a token the account is
 * not known. Whatever goes wrong is one {@link ProviderUnavailableException}, and asking again is safe. Each call takes ten
 * seconds at most and comes back to the caller's context; never call it inside a transaction.
 *
 * <p>An access token that is out already is checked by nobody but its reader, and counts to its end, minutes later.
 */
public interface IdentityProvider {

    /** Nobody can log in to it any more, and all its sessions end, those of offline tokens too. One that is gone stays so. */
    Uni<Void> close(Subject subject);

    /** Undoes {@link #close}; the sessions stay ended. Fails if the account is gone. */
    Uni<Void> reopen(Subject subject);

    /** Deletes it for good, and forgets which it was. One that is gone, or was never known, is no failure. */
    Uni<Void> delete(Subject subject);

    /** Where she is logged in, the newest use first, at most 100. Empty if the account is gone. */
    Uni<List<LoginSession>> sessions(Subject subject);

    /** @return whether there was such a session of hers; nobody else's is ended */
    Uni<Boolean> end(Subject subject, String sessionId);

    /**
     * Ends those that {@link #sessions} would list, but one.
     *
     * @param kept the id of that one; {@code null} keeps none
     */
    Uni<Void> endOthers(Subject subject, String kept);
}
