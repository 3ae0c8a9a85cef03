package health.lunaria.profile.account;

import health.lunaria.profile.age.Birth;
import health.lunaria.profile.age.KnownCountry;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The whole profile: what is left out is not known afterwards, but country and year or date of birth are needed.
 *
 * @param birthDate for the age gate, if the year alone does not show that she is old enough; only its year is kept
 * @param guardianConsent claimed for somebody who is too young; not offered, and not kept
 */
@Confidential
record ProfileRequest(
        @Size(min = 1, max = 100, message = "wrong-length") String displayName,

        @Size(max = 254, message = "too-long") @Email(message = "not-an-address")
        String email,

        @KnownCountry String country,

        @Min(value = 1900, message = "out-of-range") @Max(value = 2100, message = "out-of-range")
        Integer birthYear,

        LocalDate birthDate,
        Boolean guardianConsent,

        @Size(max = 35, message = "too-long")
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "not-a-language-tag")
        String locale,

        @KnownTimeZone String timeZone,
        Goal goal,
        Preferences preferences) {

    private static final int EARLIEST_YEAR = 1900;

    Profile toProfile() {
        return new Profile(
                sensitive(displayName), sensitive(email), country, birth().year(), locale, timeZone, goal, preferences);
    }

    /** @throws ProblemException 400 if what the age gate has to know is missing, or contradicts itself */
    Birth birth() {
        if (country == null) {
            throw refused("country", "missing");
        }
        if (birthDate == null) {
            return Birth.in(Optional.ofNullable(birthYear).orElseThrow(() -> refused("birthYear", "missing")));
        }
        if (birthDate.getYear() < EARLIEST_YEAR) {
            throw refused("birthDate", "out-of-range");
        }
        if (birthYear != null && birthYear != birthDate.getYear()) {
            throw refused("birthDate", "not-in-birth-year");
        }
        return Birth.on(birthDate);
    }

    boolean claimsThatAGuardianConsents() {
        return Boolean.TRUE.equals(guardianConsent);
    }

    private static ProblemException refused(String field, String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(field, reason));
    }

    private static Sensitive<String> sensitive(String text) {
        return text == null ? null : Sensitive.of(text);
    }

    @Override
    public String toString() {
        return "ProfileRequest[redacted]";
    }
}
