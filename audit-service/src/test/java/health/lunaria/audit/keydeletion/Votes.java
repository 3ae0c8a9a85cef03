package health.lunaria.audit.keydeletion;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Standing;
import health.lunaria.audit.workforce.StandingOf;
import health.lunaria.audit.workforce.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Three people of security around one deletion, everything in order at first; each test spoils one thing. */
final class Votes {

    static final String FIRST = "sue";
    static final String SECOND = "sid";
    static final List<String> PEOPLE = List.of(FIRST, SECOND, "sol");

    private static final Instant START = Instant.parse("2026-11-27T22:00:00Z");
    private static final EmptiedKey KEY =
            new EmptiedKey("cycle-service", 3, "arn:aws:kms:eu-west-1:000000000000:key/k", START, 7);

    private final Map<String, StandingOf> standings = new HashMap<>();
    private final Map<String, StaffRole> roles = new HashMap<>();
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

    Vote of(String person) {
        return new Vote(person, now);
    }

    Standings standings() {
        Map<String, Standing> all = new HashMap<>();
        PEOPLE.forEach(person -> all.put(
                person,
                standings
                        .getOrDefault(person, StandingOf.GOOD)
                        .at(now, roles.getOrDefault(person, StaffRole.SECURITY))));
        return new Standings(all);
    }

    KeyDeletion requested() {
        return KeyDeletion.requested(KEY, now, UUID.randomUUID());
    }

    KeyDeletion approvedOnce() {
        return requested().approvedBy(of(FIRST));
    }

    KeyDeletion approved() {
        return approvedOnce().approvedBy(of(SECOND));
    }
}
