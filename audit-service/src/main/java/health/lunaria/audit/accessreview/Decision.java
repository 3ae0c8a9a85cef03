package health.lunaria.audit.accessreview;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is decided about a member. The names stand in stored data: never rename one. */
public enum Decision {
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("revoke")
    REVOKE
}
