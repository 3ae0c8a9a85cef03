package health.lunaria.cycle.insight;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often things were logged in each phase of the cycle, most often first. */
@Confidential
@Schema(name = "Trends")
record TrendsResponse(List<CodeTrend> symptoms, List<CodeTrend> moods, List<TagTrend> tags) {

    static TrendsResponse from(Trends trends) {
        return new TrendsResponse(
                trends.symptoms().stream().map(CodeTrend::from).toList(),
                trends.moods().stream().map(CodeTrend::from).toList(),
                trends.tags().stream().map(TagTrend::from).toList());
    }

    @Confidential
    record CodeTrend(String code, int days, List<PhaseRate> phases) {

        static CodeTrend from(Trend<String> trend) {
            return new CodeTrend(trend.of(), trend.days(), rates(trend));
        }

        @Override
        public String toString() {
            return "CodeTrend[redacted]";
        }
    }

    @Confidential
    record TagTrend(Sensitive<String> tag, int days, List<PhaseRate> phases) {

        static TagTrend from(Trend<Sensitive<String>> trend) {
            return new TagTrend(trend.of(), trend.days(), rates(trend));
        }

        @Override
        public String toString() {
            return "TagTrend[redacted]";
        }
    }

    /**
     * @param days on which it was logged in this phase
     * @param ofDays on which anything was logged in this phase
     * @param from lower end of the 95 % interval of the rate
     * @param to its upper end
     */
    @Confidential
    record PhaseRate(Phase phase, int days, int ofDays, double rate, double from, double to) {

        static PhaseRate from(Map.Entry<Phase, Rate> entry) {
            Rate rate = entry.getValue();
            return new PhaseRate(
                    entry.getKey(),
                    rate.count(),
                    rate.days(),
                    thousandths(rate.value()),
                    thousandths(rate.lower()),
                    thousandths(rate.upper()));
        }

        private static double thousandths(double value) {
            return Math.round(value * 1000) / 1000.0;
        }

        @Override
        public String toString() {
            return "PhaseRate[redacted]";
        }
    }

    private static List<PhaseRate> rates(Trend<?> trend) {
        return trend.rates().entrySet().stream().map(PhaseRate::from).toList();
    }

    @Override
    public String toString() {
        return "TrendsResponse[redacted]";
    }
}
