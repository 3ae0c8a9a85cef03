package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the signs of one cycle say by the symptothermal rules of the Arbeitsgruppe NFP ("Sensiplan"). Ovulation is confirmed
 * by two signs that check each other, the temperature and either mucus or cervix; never by one alone and never by a test for
 * luteinising hormone, which shows that ovulation may follow and not that it did.
 *
 * <p>The method calls the days after that infertile. This class does not, and nobody who uses it may.
 *
 * @param rise null if there is none
 * @param peak of the sign observed beside the temperature; null if it was never fertile
 */
@Confidential
public record CycleSigns(TemperatureRise rise, SignPeak peak) {

    /** With a longer gap before the first higher reading, nobody knows when the temperature rose. */
    private static final int DATED_WITHIN_DAYS = 3;

    /**
     * Evaluates a cycle. Mucus is the sign beside the temperature if there was any, and the cervix otherwise: who writes down
     * both is judged by the one that the method knows best.
     *
     * @param days days of one cycle, by date
     */
    public static CycleSigns of(List<Day> days) {
        TemperatureRise rise = TemperatureRise.find(days).orElse(null);
        LocalDate riseCompletedOn = rise == null ? null : rise.completedOn();
        SignPeak peak = SignPeak.find(Sign.MUCUS, days, riseCompletedOn)
                .or(() -> SignPeak.find(Sign.CERVIX, days, riseCompletedOn))
                .orElse(null);
        return new CycleSigns(rise, peak);
    }

    /** The day on whose evening both signs had confirmed that ovulation is over: the later of their days. */
    public Optional<LocalDate> confirmedOn() {
        if (rise == null || peak == null || peak.completedOn() == null) {
            return Optional.empty();
        }
        return Optional.of(rise.completedOn().isAfter(peak.completedOn()) ? rise.completedOn() : peak.completedOn());
    }

    /**
     * The likely day of a confirmed ovulation: the day before the first higher reading. By the Arbeitsgruppe NFP it falls
     * between two days before that reading and one day after it (mein-zyklus.de/nfpregeln_2.html). Empty if nothing is
     * confirmed, or no usable temperature was taken on the three days before the first higher reading.
     */
    public Optional<LocalDate> ovulation() {
        return confirmedOn()
                .filter(day -> rise.daysSinceLower() <= DATED_WITHIN_DAYS)
                .map(day -> rise.firstHigher().minusDays(1));
    }

    @Override
    public String toString() {
        return "CycleSigns[redacted]";
    }
}
