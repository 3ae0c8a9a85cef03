package health.lunaria.cycle.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.safeguards.redaction.Confidential;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A logged day of a chart; what was not logged is left out.
 *
 * @param cycleDay from 1
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChartDay(
        LocalDate date,
        int cycleDay,
        BigDecimal temperatureCelsius,
        Boolean temperatureExcluded,
        Flow flow,
        CervicalMucus cervicalMucus,
        CervixOpening cervixOpening,
        CervixFirmness cervixFirmness,
        CervixPosition cervixPosition,
        TestResult ovulationTest,
        TestResult pregnancyTest) {

    static ChartDay from(Day day, LocalDate cycleStart) {
        return new ChartDay(
                day.date(),
                Math.toIntExact(ChronoUnit.DAYS.between(cycleStart, day.date())) + 1,
                day.temperatureCelsius(),
                day.temperatureExcluded(),
                day.flow(),
                day.cervicalMucus(),
                day.cervixOpening(),
                day.cervixFirmness(),
                day.cervixPosition(),
                day.ovulationTest(),
                day.pregnancyTest());
    }

    @Override
    public String toString() {
        return "ChartDay[redacted]";
    }
}
