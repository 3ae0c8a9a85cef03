package health.lunaria.audit.breakglass;

import health.lunaria.audit.workforce.Standings;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is done to an exception after its request. The names stand in stored data and in events: never rename one. */
enum Step {
    APPROVE {
        @Override
        Optional<Refusal> refusal(BreakGlass grant, Acting acting, Standings standings, Instant now) {
            return BreakGlassRules.ofApproval(grant, acting, standings, now);
        }

        @Override
        BreakGlass take(BreakGlass grant, Act act) {
            return grant.approvedBy(act);
        }
    },
    CANCEL {
        @Override
        Optional<Refusal> refusal(BreakGlass grant, Acting acting, Standings standings, Instant now) {
            return BreakGlassRules.ofCancellation(grant, acting, now);
        }

        @Override
        BreakGlass take(BreakGlass grant, Act act) {
            return grant.cancelledBy(act);
        }
    },
    USE {
        @Override
        Optional<Refusal> refusal(BreakGlass grant, Acting acting, Standings standings, Instant now) {
            return BreakGlassRules.ofUse(grant, acting, standings, now);
        }

        @Override
        BreakGlass take(BreakGlass grant, Act act) {
            return grant.usedBy(act);
        }
    };

    /** The step that makes one. */
    static final String REQUEST = "request";

    /** Why it may not be taken; empty if it may. */
    abstract Optional<Refusal> refusal(BreakGlass grant, Acting acting, Standings standings, Instant now);

    abstract BreakGlass take(BreakGlass grant, Act act);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
