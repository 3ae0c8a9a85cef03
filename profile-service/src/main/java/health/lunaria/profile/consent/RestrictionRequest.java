package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;

@Confidential
record RestrictionRequest(@NotNull(message = "missing") Boolean restricted) {

    @Override
    public String toString() {
        return "RestrictionRequest[redacted]";
    }
}
