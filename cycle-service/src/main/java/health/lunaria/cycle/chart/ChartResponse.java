package health.lunaria.cycle.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.sign.FertileStart;
import health.lunaria.cycle.sign.FertileStartRule;
import health.lunaria.cycle.sign.Sign;
import health.lunaria.cycle.sign.SignPeak;
import health.lunaria.cycle.sign.TemperatureRise;
import health.lunaria.cycle.sign.TemperatureRule;
import health.lunaria.safeguards.redaction.Confidential;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A chart; what is not there is left out.
 *
 * @param end left out while the cycle is running
 * @param ovulationConfirmedOn day on whose evening the signs together had confirmed that ovulation is over
 * @param likelyOvulation the day that they date it to
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Chart")
record ChartResponse(
        LocalDate start,
        LocalDate end,
        List<ChartDay> days,
        Rise temperatureRise,
        Peak peak,
        LocalDate ovulationConfirmedOn,
        LocalDate likelyOvulation,
        FertileFrom fertileFrom) {

    static ChartResponse from(Chart chart) {
        return new ChartResponse(
                chart.cycle().start(),
                chart.cycle().end(),
                chart.days().stream()
                        .map(day -> ChartDay.from(day, chart.cycle().start()))
                        .toList(),
                chart.signs().rise() == null ? null : Rise.from(chart.signs().rise()),
                chart.signs().peak() == null ? null : Peak.from(chart.signs().peak()),
                chart.signs().confirmedOn().orElse(null),
                chart.signs().ovulation().orElse(null),
                FertileFrom.from(chart.fertileStart()));
    }

    /**
     * The rise, with the readings that were counted. Readings are compared as the method reads them, in steps of 0.05 °C.
     *
     * @param passedOverDay the one higher reading that the second exception left out because it was not higher
     */
    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChartRise")
    record Rise(
            TemperatureRule rule,
            BigDecimal coverlineCelsius,
            LocalDate firstHigherDay,
            List<LocalDate> lowerDays,
            List<LocalDate> higherDays,
            LocalDate passedOverDay,
            LocalDate completedOn) {

        static Rise from(TemperatureRise rise) {
            return new Rise(
                    rise.rule(),
                    rise.coverline(),
                    rise.firstHigher(),
                    rise.lowerDays(),
                    rise.higherDays(),
                    rise.passedOver(),
                    rise.completedOn());
        }

        @Override
        public String toString() {
            return "Rise[redacted]";
        }
    }

    /** @param completedOn the third day of lower quality; left out while there are fewer, and the peak may still move */
    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChartPeak")
    record Peak(Sign sign, LocalDate day, LocalDate completedOn) {

        static Peak from(SignPeak peak) {
            return new Peak(peak.sign(), peak.day(), peak.completedOn());
        }

        @Override
        public String toString() {
            return "Peak[redacted]";
        }
    }

    /** From which day on the cycle is taken for fertile, and by which rule. The days before it may be fertile, too. */
    @Confidential
    @Schema(name = "ChartFertileFrom")
    record FertileFrom(LocalDate date, FertileStartRule rule) {

        static FertileFrom from(FertileStart start) {
            return new FertileFrom(start.date(), start.rule());
        }

        @Override
        public String toString() {
            return "FertileFrom[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ChartResponse[redacted]";
    }
}
