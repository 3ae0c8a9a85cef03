package health.lunaria.profile.account;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;

/**
 * Who the user is, in clear. Everything is optional.
 *
 * @param birthYear four digits
 * @param locale BCP 47 language tag, e.g. {@code pt-BR}
 * @param timeZone IANA name, e.g. {@code Europe/Berlin}
 */
@Confidential
record Profile(
        Sensitive<String> displayName,
        Sensitive<String> email,
        Integer birthYear,
        String locale,
        String timeZone,
        Goal goal) {

    @Override
    public String toString() {
        return "Profile[redacted]";
    }
}
