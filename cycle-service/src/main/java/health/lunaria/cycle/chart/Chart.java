package health.lunaria.cycle.chart;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.sign.CycleSigns;
import health.lunaria.cycle.sign.FertileStart;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.cycle.sign.SignHistory.ObservedCycle;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.Optional;

/**
 * What a chart of one cycle shows: its logged days, and what the symptothermal rules read from them.
 *
 * @param days by date, at most {@value #DAYS_AT_MOST}
 */
@Confidential
record Chart(Cycle cycle, List<Day> days, CycleSigns signs, FertileStart fertileStart) {

    /** A "cycle" of more days is a pause from logging periods, of which nobody draws a chart. */
    static final int DAYS_AT_MOST = 200;

    /** @param cyclesAgo 0 for the running cycle */
    static Optional<Chart> of(SignHistory history, int cyclesAgo) {
        int index = history.cycles().size() - 1 - cyclesAgo;
        if (index < 0) {
            return Optional.empty();
        }
        ObservedCycle observed = history.cycles().get(index);
        List<Day> days = observed.days();
        return Optional.of(new Chart(
                observed.cycle(),
                days.subList(0, Math.min(days.size(), DAYS_AT_MOST)),
                observed.signs(),
                FertileStart.of(observed.cycle().start(), days, history.before(index))));
    }

    @Override
    public String toString() {
        return "Chart[redacted]";
    }
}
