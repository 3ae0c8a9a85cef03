package health.lunaria.profile.provider;

import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose account {@link IdentityProvider} can find. */
@ApplicationScoped
public class KnownAccounts {

    private final AccountLinks links;

    KnownAccounts(AccountLinks links) {
        this.links = links;
    }

    public Uni<Boolean> isKnown(Subject subject) {
        return links.of(subject).map(found -> found.isPresent());
    }
}
