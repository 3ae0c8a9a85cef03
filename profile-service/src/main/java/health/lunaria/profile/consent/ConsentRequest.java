package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A decision about one purpose, and the version (year and month) of the policy that was shown. */
@Confidential
record ConsentRequest(
        @NotNull(message = "missing") Boolean granted,

        @NotNull(message = "missing") @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])", message = "not-a-policy-version")
        String policyVersion) {

    @Override
    public String toString() {
        return "ConsentRequest[redacted]";
    }
}
