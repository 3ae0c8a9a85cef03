package health.lunaria.audit.breakglass;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Standing;
import health.lunaria.audit.workforce.StandingOf;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Four people around one grant, everything in order at first; each test spoils one thing. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-24T22:00:00Z");
    static final String REQUESTER = "sam";
    static final String FIRST = "sue";
    static final String SECOND = "dan";

    private final Map<String, StaffRole> roles = new HashMap<>(Map.of(
            REQUESTER,
            StaffRole.SUPPORT,
            FIRST,
            StaffRole.SECURITY,
            SECOND,
            StaffRole.DPO,
            "spare",
            StaffRole.SECURITY));
    private final Map<String, StandingOf> standings = new HashMap<>();
    private Instant now = START;

    void has(String person, StandingOf standing) {
        standings.put(person, standing);
    }

    void does(String person, StaffRole role) {
        roles.put(person, role);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Acting acting(String person) {
        return new Acting(new Subject(person), Set.of(roles.get(person).token()));
    }

    Standings standings() {
        Map<String, Standing> all = new HashMap<>();
        roles.forEach((person, role) ->
                all.put(person, standings.getOrDefault(person, StandingOf.GOOD).at(now, role)));
        return new Standings(all);
    }

    Act act(String person) {
        return new Act(person, roles.get(person).token(), now);
    }

    BreakGlass requested() {
        Need need = new Need(new Subject("user"), "T-1", Sensitive.of("because"));
        return BreakGlass.requested(need, act(REQUESTER), UUID.randomUUID());
    }

    BreakGlass approvedOnce() {
        return requested().approvedBy(act(FIRST));
    }

    BreakGlass approved() {
        return approvedOnce().approvedBy(act(SECOND));
    }
}
