package health.lunaria.profile.age;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.Month;

/**
 * When somebody was born, as far as she says.
 *
 * @param date {@code null} if she says the year alone
 */
@Confidential
public record Birth(int year, LocalDate date) {

    /** The year of the date. */
    public static Birth on(LocalDate date) {
        return new Birth(date.getYear(), date);
    }

    public static Birth in(int year) {
        return new Birth(year, null);
    }

    /** On which day she is of this age whatever the rest of it: of a year, its last day counts; of 29 February, 1 March. */
    LocalDate reaches(int age) {
        LocalDate latest = date == null ? LocalDate.of(year, Month.DECEMBER, 31) : date;
        LocalDate reached = latest.plusYears(age);
        return reached.getDayOfMonth() < latest.getDayOfMonth() ? reached.plusDays(1) : reached;
    }

    @Override
    public String toString() {
        return "Birth[redacted]";
    }
}
