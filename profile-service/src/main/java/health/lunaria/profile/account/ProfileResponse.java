package health.lunaria.profile.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;

/** The profile as it is stored. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileResponse(
        Sensitive<String> displayName,
        Sensitive<String> email,
        String country,
        Integer birthYear,
        String locale,
        String timeZone,
        Goal goal,
        Preferences preferences) {

    static ProfileResponse from(Profile profile) {
        return new ProfileResponse(
                profile.displayName(),
                profile.email(),
                profile.country(),
                profile.birthYear(),
                profile.locale(),
                profile.timeZone(),
                profile.goal(),
                profile.preferences());
    }

    @Override
    public String toString() {
        return "ProfileResponse[redacted]";
    }
}
