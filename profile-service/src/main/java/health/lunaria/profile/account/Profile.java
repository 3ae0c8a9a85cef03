package health.lunaria.profile.account;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;

/**
 * Who the user is, in clear. Everything is optional but the country and the year of birth, by which she passed the age gate; a
 * profile of an earlier version may lack them.
 *
 * @param country where she lives, by ISO 3166-1 alpha-2
 * @param birthYear four digits; of a date of birth nothing else is kept
 * @param locale BCP 47 language tag, e.g. {@code pt-BR}
 * @param timeZone IANA name, e.g. {@code Europe/Berlin}
 */
@Confidential
record Profile(
        Sensitive<String> displayName,
        Sensitive<String> email,
        String country,
        Integer birthYear,
        String locale,
        String timeZone,
        Goal goal,
        Preferences preferences) {

    boolean passedTheAgeGate() {
        return country != null && birthYear != null;
    }

    /** Whether who passed the age gate with the other one passes with this, too. */
    boolean saysOfAgeWhat(Profile other) {
        return other.passedTheAgeGate() && other.country.equals(country) && other.birthYear.equals(birthYear);
    }

    @Override
    public String toString() {
        return "Profile[redacted]";
    }
}
