package health.lunaria.safeguards.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.TreeSet;

/** Who of the staff is calling, on routes that are open to roles of {@link Roles#STAFF} only. */
@RequestScoped
public class Staff {

    private final Caller caller;
    private final SecurityIdentity identity;

    public Staff(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    public Subject person() {
        return caller.subject();
    }

    /** Those of the token that are roles of staff. */
    public Set<String> roles() {
        Set<String> roles = new TreeSet<>(identity.getRoles());
        roles.retainAll(Roles.STAFF);
        return roles;
    }
}
