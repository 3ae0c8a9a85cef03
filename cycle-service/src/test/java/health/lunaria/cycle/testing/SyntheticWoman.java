package health.lunaria.cycle.testing;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up somebody who logs: cycles of varying length with an ovulation in each, a temperature that rises after it, and
 * mucus that gets better up to it. For tests only, and no model of a real woman. The same seed makes the same days.
 *
 * @param meanLength of her cycles, in days
 * @param spread standard deviation of their lengths, which comes from the days before ovulation alone
 * @param noiseCelsius standard deviation of a temperature around its level
 * @param missedChance chance that a day's temperature and mucus are not logged
 */
public record SyntheticWoman(double meanLength, double spread, double noiseCelsius, double missedChance, long seed) {

    private static final double LOW_CELSIUS = 36.40;
    private static final double RISE_CELSIUS = 0.35;
    private static final int PERIOD_DAYS = 5;
    private static final int LUTEAL_DAYS = 13;
    private static final int FIRST_OVULATION = 10;

    /** What she lived and logged: days by date, and the true day of ovulation of each cycle. */
    public record Diary(List<Day> days, List<LocalDate> cycleStarts, List<LocalDate> ovulations) {

        public Diary {
            days = List.copyOf(days);
            cycleStarts = List.copyOf(cycleStarts);
            ovulations = List.copyOf(ovulations);
        }
    }

    /** A regular one who logs every day, with little noise. */
    public static SyntheticWoman regular(long seed) {
        return new SyntheticWoman(28.5, 1.8, 0.04, 0, seed);
    }

    /** @param cycles so many complete ones; nothing is logged after the last */
    public Diary live(LocalDate firstDay, int cycles) {
        Random chance = new Random(seed);
        List<Day> days = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        List<LocalDate> ovulations = new ArrayList<>();
        LocalDate start = firstDay;
        for (int i = 0; i < cycles; i++) {
            int lutealDays = LUTEAL_DAYS + (int) Math.round(chance.nextGaussian());
            int length = (int) Math.round(meanLength + spread * chance.nextGaussian());
            int ovulation = Math.max(FIRST_OVULATION, length - lutealDays);
            starts.add(start);
            ovulations.add(start.plusDays(ovulation - 1L));
            for (int day = 1; day <= ovulation + lutealDays; day++) {
                days.add(day(start.plusDays(day - 1L), day, ovulation, chance));
            }
            start = start.plusDays(ovulation + lutealDays);
        }
        return new Diary(days, starts, ovulations);
    }

    private Day day(LocalDate date, int day, int ovulation, Random chance) {
        Map<String, Object> values = new HashMap<>();
        if (day <= PERIOD_DAYS) {
            values.put("flow", day < PERIOD_DAYS ? Flow.MEDIUM : Flow.LIGHT);
        }
        double level = day > ovulation ? LOW_CELSIUS + RISE_CELSIUS : LOW_CELSIUS;
        double celsius = level + noiseCelsius * chance.nextGaussian();
        if (chance.nextDouble() >= missedChance) {
            values.put("temperatureCelsius", BigDecimal.valueOf(Math.round(celsius * 100), 2));
            values.put("cervicalMucus", mucus(day - ovulation));
        }
        return DayFields.day(date, values);
    }

    private static CervicalMucus mucus(int daysAfterOvulation) {
        if (daysAfterOvulation > 0 || daysAfterOvulation < -6) {
            return CervicalMucus.NOTHING;
        }
        return daysAfterOvulation < -4
                ? CervicalMucus.MOIST
                : daysAfterOvulation < -1 ? CervicalMucus.CREAMY : CervicalMucus.EGG_WHITE;
    }
}
