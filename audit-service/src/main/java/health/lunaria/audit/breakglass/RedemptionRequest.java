package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/**
 * @param person who wants to use it, by the token that the service was called with
 * @param roles those of the staff that this token has
 */
@Confidential
record RedemptionRequest(
        @NotNull(message = "missing") UUID id,

        @NotBlank(message = "missing")
        @Size(max = 255, message = "too-long")
        @JsonDeserialize(using = Identifiers.class)
        String person,

        @NotEmpty(message = "missing") @Size(max = 4, message = "too-many")
        Set<
                        @NotNull(message = "missing")
                        @Pattern(
                                regexp = Roles.SUPPORT + "|" + Roles.SECURITY + "|" + Roles.AUDITOR + "|" + Roles.DPO,
                                message = "not-a-role")
                        String>
                roles) {

    Acting toActing() {
        return new Acting(new Subject(person), roles);
    }

    @Override
    public String toString() {
        return "RedemptionRequest[redacted]";
    }
}
