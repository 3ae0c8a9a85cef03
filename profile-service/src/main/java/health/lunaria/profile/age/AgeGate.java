package health.lunaria.profile.age;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Lets nobody in who is too young to consent for herself where she lives. That a guardian consents is not offered. */
@ApplicationScoped
public class AgeGate {

    /** The last place where a day begins, so that nobody is let in a day early, wherever she is. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final MinimumAges ages = MinimumAges.load();

    /** @param country by ISO 3166-1 alpha-2 */
    public boolean lets(String country, Birth birth, Instant now) {
        return !birth.reaches(ages.of(country)).isAfter(LocalDate.ofInstant(now, LAST_ZONE));
    }

    /** @param guardianConsents whether it was claimed that one does */
    public ProblemException refusal(boolean guardianConsents) {
        return new ProblemException(
                guardianConsents ? ProfileProblem.GUARDIAN_CONSENT_NOT_SUPPORTED : ProfileProblem.TOO_YOUNG);
    }
}
