package health.lunaria.profile.account;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The whole profile: what is left out is not known afterwards. */
@Confidential
record ProfileRequest(
        @Size(min = 1, max = 100, message = "wrong-length") String displayName,

        @Size(max = 254, message = "too-long") @Email(message = "not-an-address")
        String email,

        @Min(value = 1900, message = "out-of-range") @Max(value = 2100, message = "out-of-range")
        Integer birthYear,

        @Size(max = 35, message = "too-long")
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "not-a-language-tag")
        String locale,

        @KnownTimeZone String timeZone,
        Goal goal) {

    Profile toProfile() {
        return new Profile(sensitive(displayName), sensitive(email), birthYear, locale, timeZone, goal);
    }

    private static Sensitive<String> sensitive(String text) {
        return text == null ? null : Sensitive.of(text);
    }

    @Override
    public String toString() {
        return "ProfileRequest[redacted]";
    }
}
