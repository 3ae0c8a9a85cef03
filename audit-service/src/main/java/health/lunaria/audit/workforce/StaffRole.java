package health.lunaria.audit.workforce;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lunaria.safeguards.identity.Roles;

/** What somebody of the workforce does. The names stand in stored data: never rename one. */
public enum StaffRole {
    @JsonProperty(Roles.SUPPORT)
    SUPPORT(Roles.SUPPORT),
    @JsonProperty(Roles.SECURITY)
    SECURITY(Roles.SECURITY),
    @JsonProperty(Roles.DPO)
    DPO(Roles.DPO),
    @JsonProperty(Roles.AUDITOR)
    AUDITOR(Roles.AUDITOR);

    private final String token;

    StaffRole(String token) {
        this.token = token;
    }

    /** The role's name in an access token. */
    public String token() {
        return token;
    }
}
