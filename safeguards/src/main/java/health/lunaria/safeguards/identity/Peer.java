package health.lunaria.safeguards.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Which service is calling an {@code /internal} route, as its certificate says. */
@RequestScoped
public class Peer {

    private static final String ROLE_PREFIX = "peer-";

    private final SecurityIdentity identity;

    public Peer(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** E.g. {@code cycle-service}. */
    public String service() {
        return identity.getRoles().stream()
                .filter(role -> role.startsWith(ROLE_PREFIX))
                .map(role -> role.substring(ROLE_PREFIX.length()))
                .findFirst()
                .orElseThrow(ForbiddenException::new);
    }
}
