package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The peak of mucus, or of the cervix: the last day of the best quality that the cycle had. It is only known afterwards, from
 * three days of lower quality (mein-zyklus.de/nfpregeln_4.html; mynfp.de/muttermund-auswerten for the cervix).
 *
 * @param day the peak day so far
 * @param completedOn the third day of lower quality after it; null while there are fewer
 */
@Confidential
public record SignPeak(Sign sign, LocalDate day, LocalDate completedOn) {

    private static final int LOWER_DAYS = 3;

    /**
     * The peak of a cycle. Best quality that returns before both evaluations are complete moves it; later, it does not count.
     * Days on which the sign was not observed are passed over: that they were of lower quality is not known.
     *
     * @param days days of one cycle, by date
     * @param riseCompletedOn when the evaluation of the temperature was complete; null if it is not
     * @return empty if the sign was never fertile
     */
    static Optional<SignPeak> find(Sign sign, List<Day> days, LocalDate riseCompletedOn) {
        LocalDate peak = null;
        LocalDate completedOn = null;
        int best = 1;
        int lower = 0;
        for (Day day : days) {
            OptionalInt quality = sign.quality(day);
            if (quality.isEmpty()) {
                continue;
            }
            if (completedOn != null && riseCompletedOn != null && day.date().isAfter(riseCompletedOn)) {
                break;
            }
            if (quality.getAsInt() >= best) {
                best = quality.getAsInt();
                peak = day.date();
                completedOn = null;
                lower = 0;
            } else if (peak != null && ++lower == LOWER_DAYS) {
                completedOn = day.date();
            }
        }
        return peak == null ? Optional.empty() : Optional.of(new SignPeak(sign, peak, completedOn));
    }

    @Override
    public String toString() {
        return "SignPeak[redacted]";
    }
}
