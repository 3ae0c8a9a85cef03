package health.lunaria.cycle.insight;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.prediction.OvulationModel;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The phases of one completed cycle: menstrual from day 1 to the last day of the period; ovulatory the day of ovulation and
 * the one on either side of it, as far as they lie after the period; follicular between the two; luteal what follows.
 *
 * <p>Where ovulation was not observed, it is taken to have been {@value OvulationModel#TYPICAL_LUTEAL_DAYS} days before the
 * last day, the mean of the model that predicts it. For one cycle that is off by a day or two more often than not, so a
 * phase says about when in her cycles, and never on which day, something was.
 *
 * @param ovulationDay the day of the cycle, of which the first is day 1
 */
@Confidential
record PhaseCalendar(Cycle cycle, int ovulationDay) {

    private static final int OVULATORY_DAYS_ON_EITHER_SIDE = 1;

    /** @param observed the day of ovulation, if it is known */
    static PhaseCalendar of(Cycle completed, Optional<Integer> observed) {
        return new PhaseCalendar(completed, observed.orElseGet(() -> typicalOvulation(completed.lengthDays())));
    }

    /** @param date a day of the cycle */
    Phase on(LocalDate date) {
        int day = Math.toIntExact(ChronoUnit.DAYS.between(cycle.start(), date)) + 1;
        if (day <= cycle.periodDays()) {
            return Phase.MENSTRUAL;
        }
        if (day < ovulationDay - OVULATORY_DAYS_ON_EITHER_SIDE) {
            return Phase.FOLLICULAR;
        }
        return day <= ovulationDay + OVULATORY_DAYS_ON_EITHER_SIDE ? Phase.OVULATORY : Phase.LUTEAL;
    }

    private static int typicalOvulation(int lengthDays) {
        return Math.toIntExact(Math.round(lengthDays - OvulationModel.TYPICAL_LUTEAL_DAYS));
    }

    @Override
    public String toString() {
        return "PhaseCalendar[redacted]";
    }
}
