package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Turns a history of cycles into dates for the running one. Immutable and safe for use by several threads.
 */
public final class CyclePredictor {

    private final CycleLengthModel lengths;

    public CyclePredictor(CycleLengthModel lengths) {
        this.lengths = lengths;
    }

    /**
     * Predicts the running cycle. Completed cycles longer than {@value CycleLengthModel#LENGTH_CAP} days are left out:
     * such a time holds a pregnancy, or a pause from logging, and nothing about the length of cycles. So are excluded
     * ones; those beside them count with their own lengths, because to the model the order of lengths means nothing.
     *
     * @param history all cycles
     * @param noPeriodThrough the last day known to have brought no new period: nothing is predicted for it or before.
     *     It is today if something was logged today, and else yesterday, because a period may still begin today.
     * @param ovulations dates on which ovulation was observed, in any cycle and order; usually none
     */
    public PredictionOutcome predict(
            CycleHistory history, LocalDate noPeriodThrough, Collection<LocalDate> ovulations) {
        return history.running()
                .map(running -> predict(history.counted(), running, noPeriodThrough, ovulations))
                .orElse(NoPrediction.NO_PERIOD_LOGGED);
    }

    /** Predicts from inputs, whatever their mode. */
    PredictionOutcome predict(PredictionInputs inputs) {
        return inputs.running()
                .map(running -> predict(inputs.completed(), running, inputs.noPeriodThrough(), inputs.ovulations()))
                .orElse(NoPrediction.NO_PERIOD_LOGGED);
    }

    private PredictionOutcome predict(
            List<Cycle> all, Cycle running, LocalDate noPeriodThrough, Collection<LocalDate> ovulations) {
        LocalDate start = running.start();
        int elapsedDays = Math.toIntExact(ChronoUnit.DAYS.between(start, noPeriodThrough));
        List<Cycle> completed = all.stream()
                .filter(cycle -> cycle.lengthDays() <= CycleLengthModel.LENGTH_CAP)
                .toList();
        ObservedOvulations observed = new ObservedOvulations(ovulations);
        Optional<Integer> ovulationDay = observed.dayIn(running);
        List<Integer> ownOvulationDays = observed.daysIn(completed);
        DayDistribution luteal = OvulationModel.lutealPhase(observed.lutealLengthsIn(completed));

        Optional<DayDistribution> length = ovulationDay
                .map(day -> OvulationModel.length(day, luteal))
                .orElseGet(() -> lengths.predict(
                        completed.stream().map(Cycle::lengthDays).toList()))
                .after(elapsedDays);
        if (length.isEmpty()) {
            return NoPrediction.OVERDUE;
        }
        DayDistribution ovulation = ovulationDay
                .map(DayDistribution::certain)
                .orElseGet(() -> ownOvulationDays.isEmpty()
                        ? OvulationModel.fromLength(length.get(), luteal)
                        : OvulationModel.fromOwnDays(ownOvulationDays, luteal, elapsedDays));
        return new Prediction(
                Math.min(completed.size(), lengths.lengthsUsed()),
                DateEstimate.of(length.get(), start),
                DateEstimate.of(ovulation, start.minusDays(1)),
                FertileWindow.of(ovulation, start));
    }
}
