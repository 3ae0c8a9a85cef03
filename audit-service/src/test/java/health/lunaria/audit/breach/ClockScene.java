package health.lunaria.audit.breach;

import health.lunaria.audit.breach.Exemption.KeyState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Breaches, and their clocks by the figures of the law. */
abstract class ClockScene {

    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");

    final BreachClocks clocks = new BreachClocks(ClockRules.standard(), Calendars.standard());

    boolean allows(Breach breach, Extension extension) {
        return clocks.allows(clock(breach, extension.clock(), MONDAY_NOON), extension);
    }

    BreachClock clock(Breach breach, String id, Instant now) {
        return clocks.of(breach, id, now).orElseThrow();
    }

    List<String> ids(Breach breach) {
        return clocks.of(breach, MONDAY_NOON).stream()
                .map(clock -> clock.rule().id())
                .toList();
    }

    static Breach exempted(KeyState state) {
        return breach(MONDAY_NOON).with(new Exemption(state, "evidence", MONDAY_NOON, "s"));
    }

    static Breach breach(Instant aware) {
        return breach(aware, Map.of());
    }

    static Breach breach(Instant aware, Map<Regime, Long> affected) {
        return Breach.declared(new Facts(aware, Set.of(Regime.values()), affected, true, false), aware, "s");
    }

    static Map<Regime, Long> affected(long persons) {
        Map<Regime, Long> affected = new HashMap<>();
        for (Regime regime : Regime.values()) {
            affected.put(regime, persons);
        }
        return affected;
    }

    static Done done(String clock, Instant at) {
        return new Done(clock, at, null, "s");
    }

    static Extension extension(String clock, Ground ground, Instant until) {
        return new Extension(clock, ground, MONDAY_NOON, until, "reason", "s");
    }

    static Instant at(String wallClock, String zone) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(wallClock), ZoneId.of(zone))
                .toInstant();
    }
}
