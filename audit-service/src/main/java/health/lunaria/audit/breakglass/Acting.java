package health.lunaria.audit.breakglass;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Set;

/**
 * Who wants to take a step.
 *
 * @param roles those of the staff that her token has, at least one
 */
@Confidential
record Acting(Subject subject, Set<String> roles) {

    String person() {
        return subject.id();
    }

    /** The role in which she acts: the register's, or else one of her token's. */
    String roleName(Standings standings) {
        StaffRole registered = standings.of(person()).role();
        return registered != null
                ? registered.token()
                : roles.stream().sorted().findFirst().orElseThrow();
    }

    Act act(Standings standings, Instant now) {
        return new Act(person(), roleName(standings), now);
    }

    @Override
    public String toString() {
        return "Acting[redacted]";
    }
}
