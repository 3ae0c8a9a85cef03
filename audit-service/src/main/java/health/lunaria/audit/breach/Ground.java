package health.lunaria.audit.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a limit may be extended. The names stand in stored data: never rename one. */
public enum Ground {
    /** A statement in writing that says for how long (45 CFR 164.412(a), 16 CFR 318.4, Civil Code 1798.82(c)). */
    LAW_ENFORCEMENT_WRITTEN,

    /** An oral statement: "no longer than 30 days from the date of the oral statement" (45 CFR 164.412(b)). */
    LAW_ENFORCEMENT_ORAL(Duration.ofDays(30)),

    /** To find out the scope and restore the integrity of the system (Civil Code 1798.82(a)(2)(B)). */
    SCOPE_AND_RESTORATION;

    private final Duration longest;

    Ground() {
        this(null);
    }

    Ground(Duration longest) {
        this.longest = longest;
    }

    /** Until when it can hold at most; empty if the law sets no end. */
    Optional<Instant> latest(Instant statedAt) {
        return Optional.ofNullable(longest).map(statedAt::plus);
    }
}
