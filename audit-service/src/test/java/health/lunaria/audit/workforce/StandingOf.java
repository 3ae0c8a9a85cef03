package health.lunaria.audit.workforce;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Standings for tests of other features, each with one thing wrong. */
public enum StandingOf {
    GOOD,
    NOT_REGISTERED,
    NOT_JOINED,
    LEFT,
    TRAINING_MISSING,
    TRAINING_EXPIRED,
    POLICY_MISSING,
    POLICY_EXPIRED,
    POLICY_OUTDATED;

    public Standing at(Instant now, StaffRole role) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Proof fresh = new Proof("course", now);
        Proof stale = new Proof("course", now.minus(Duration.ofDays(365)).minusMillis(1));
        return switch (this) {
            case GOOD -> new Standing(role, today, null, fresh, fresh, null);
            case NOT_REGISTERED -> Standing.NONE;
            case NOT_JOINED -> new Standing(role, today.plusDays(1), null, fresh, fresh, null);
            case LEFT -> new Standing(role, today, today, fresh, fresh, null);
            case TRAINING_MISSING -> new Standing(role, today, null, null, fresh, null);
            case TRAINING_EXPIRED -> new Standing(role, today, null, stale, fresh, null);
            case POLICY_MISSING -> new Standing(role, today, null, fresh, null, null);
            case POLICY_EXPIRED -> new Standing(role, today, null, fresh, stale, null);
            case POLICY_OUTDATED -> new Standing(role, today, null, fresh, fresh, now);
        };
    }

    /** Slug of the problem that it leads to. */
    public String slug() {
        return "workforce-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
