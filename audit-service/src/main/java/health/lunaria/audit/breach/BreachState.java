package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/** A breach at a version, and how its clocks stand now. */
@Confidential
public record BreachState(long version, Breach breach, List<BreachClock> clocks) {

    @Override
    public String toString() {
        return "BreachState[redacted]";
    }
}
