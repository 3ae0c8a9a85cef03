package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A temperature as the method reads it: rounded to 0.05 °C, the halves of the boxes of its paper chart.
 *
 * @param hundredths of a degree Celsius, a multiple of 5
 */
@Confidential
record Reading(LocalDate date, int hundredths) {

    private static final int STEP = 5;

    /** 36.22 is read as 36.20, and 36.23 to 36.27 as 36.25. Temperatures have two decimals, so that none lies half-way. */
    static Reading of(Day day) {
        int exact = day.temperatureCelsius()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return new Reading(day.date(), (exact + STEP / 2) / STEP * STEP);
    }

    @Override
    public String toString() {
        return "Reading[redacted]";
    }
}
