package health.lunaria.cycle.insight;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Statistics of the last completed cycles; a value of which nothing is known is null.
 *
 * @param regularity null for fewer than two cycles
 * @param trends null for fewer than {@code cycles.needed} cycles, for which there are no notes either
 */
@Confidential
record InsightsResponse(
        Cycles cycles,
        LoggedDays loggedDays,
        Statistic cycleLength,
        Regularity regularity,
        Statistic periodLength,
        Statistic lutealPhase,
        BleedingBetweenPeriods bleedingBetweenPeriods,
        List<Note> notes,
        TrendsResponse trends) {

    static InsightsResponse from(Insights insights) {
        return new InsightsResponse(
                new Cycles(
                        insights.cyclesUsed(),
                        Insights.CYCLES_NEEDED,
                        insights.cyclesExcluded(),
                        insights.gapsSuspected()),
                new LoggedDays(insights.daysLogged(), insights.days()),
                insights.cycleLength().map(Statistic::from).orElse(null),
                insights.cycleLength().map(Regularity::from).orElse(null),
                insights.periodLength().map(Statistic::from).orElse(null),
                insights.lutealPhase().map(Statistic::from).orElse(null),
                new BleedingBetweenPeriods(
                        insights.bleedingBetween().cyclesWithBleeding(),
                        insights.bleedingBetween().cyclesWithSpotting()),
                insights.remarks().stream().map(Note::about).toList(),
                insights.trends().map(TrendsResponse::from).orElse(null));
    }

    /**
     * @param used all statistics are about these
     * @param needed for trends and notes
     * @param gapsSuspected left out, because a period probably went unlogged in each
     */
    @Confidential
    @Schema(name = "CyclesUsed")
    record Cycles(int used, int needed, int excluded, int gapsSuspected) {

        @Override
        public String toString() {
            return "Cycles[redacted]";
        }
    }

    @Confidential
    record LoggedDays(int logged, int of) {

        @Override
        public String toString() {
            return "LoggedDays[redacted]";
        }
    }

    /** In days. */
    @Confidential
    record Statistic(int count, double mean, double median, int shortest, int longest, Double standardDeviation) {

        static Statistic from(Summary summary) {
            return new Statistic(
                    summary.count(),
                    tenths(summary.mean()),
                    summary.median(),
                    summary.shortest(),
                    summary.longest(),
                    summary.standardDeviation() == null ? null : tenths(summary.standardDeviation()));
        }

        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }

        @Override
        public String toString() {
            return "Statistic[redacted]";
        }
    }

    /** Days from the shortest to the longest cycle, and up to how many FIGO calls regular, by age. */
    @Confidential
    record Regularity(int variationDays, int limitAges26To41, int limitOtherAges) {

        static Regularity from(Summary lengths) {
            return lengths.count() < 2
                    ? null
                    : new Regularity(lengths.variation(), Figo.VARIATION_AGES_26_TO_41, Figo.VARIATION_OTHER_AGES);
        }

        @Override
        public String toString() {
            return "Regularity[redacted]";
        }
    }

    /** In how many of the cycles. */
    @Confidential
    record BleedingBetweenPeriods(int cyclesWithBleeding, int cyclesWithSpotting) {

        @Override
        public String toString() {
            return "BleedingBetweenPeriods[redacted]";
        }
    }

    @Confidential
    record Note(Remark about, String text) {

        static Note about(Remark remark) {
            return new Note(remark, "outside the range that FIGO calls normal");
        }

        @Override
        public String toString() {
            return "Note[redacted]";
        }
    }

    @Override
    public String toString() {
        return "InsightsResponse[redacted]";
    }
}
