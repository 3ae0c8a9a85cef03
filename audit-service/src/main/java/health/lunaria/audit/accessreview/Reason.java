package health.lunaria.audit.accessreview;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why it was decided so. The names stand in stored data: never rename one. */
public enum Reason {
    @JsonProperty("still-needed")
    STILL_NEEDED(Decision.KEEP),
    @JsonProperty("role-changed")
    ROLE_CHANGED(Decision.REVOKE),
    @JsonProperty("not-needed")
    NOT_NEEDED(Decision.REVOKE),
    @JsonProperty("left")
    LEFT(Decision.REVOKE),
    @JsonProperty("not-in-good-standing")
    NOT_IN_GOOD_STANDING(Decision.REVOKE);

    private final Decision decision;

    Reason(Decision decision) {
        this.decision = decision;
    }

    boolean goesWith(Decision other) {
        return decision == other;
    }
}
