package health.lunaria.audit.workforce;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.policy.Policies;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The whole register at one time. Not to be called inside a transaction: it needs the key of each member. */
@ApplicationScoped
public class Roster {

    private static final int MOST = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Register register;
    private final Workforce workforce;
    private final Policies policies;

    Roster(Register register, Workforce workforce, Policies policies) {
        this.register = register;
        this.workforce = workforce;
        this.policies = policies;
    }

    /**
     * Everybody, in no order that means anything; each finds this reading in her access log.
     *
     * @param by who reads
     * @return fails with {@code register-too-large} (409) if there are more than {@value #MOST}
     */
    public Uni<List<RosterEntry>> read(Actor by) {
        return read(FIRST, by, List.of());
    }

    private Uni<List<RosterEntry>> read(UUID after, Actor by, List<RosterEntry> before) {
        return register.after(after, by).chain(page -> {
            List<RosterEntry> entries = new ArrayList<>(before);
            page.members().forEach(member -> entries.add(entry(member)));
            if (entries.size() > MOST) {
                throw new ProblemException(AuditProblem.REGISTER_TOO_LARGE);
            }
            return page.last() == null ? Uni.createFrom().item(entries) : read(page.last(), by, entries);
        });
    }

    private RosterEntry entry(Member member) {
        return new RosterEntry(workforce.ref(member.person()), member.person(), member.standing(policies));
    }
}
