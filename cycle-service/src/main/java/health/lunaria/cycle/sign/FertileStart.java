package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * The day from which on a cycle is taken for fertile, by the rules of the Arbeitsgruppe NFP for its beginning
 * (<em>Natürlich und sicher</em>, as quoted at endotherm.biz/WP/nfp-regeln; mein-zyklus.de/nfpregeln_2.html;
 * mynfp.de/unfruchtbarkeit-am-zyklusanfang). The earlier of two bounds counts: one by earlier cycles, one by signs.
 *
 * <p>It says nothing about the days before it. They may be fertile, too.
 *
 * @param date at the earliest the first day of the cycle
 */
@Confidential
public record FertileStart(LocalDate date, FertileStartRule rule) {

    private static final int CYCLES_NEEDED = 12;
    private static final int FIRST_DAYS = 5;
    private static final int BEFORE_FIRST_HIGHER = 8;
    private static final int BEFORE_END = 20;

    /**
     * @param start first day of the cycle
     * @param days logged days of the cycle, by date
     */
    public static FertileStart of(LocalDate start, List<Day> days, EarlierCycles earlier) {
        FertileStart byCycles = byEarlierCycles(start, earlier);
        return days.stream()
                .filter(day -> day.date().isBefore(byCycles.date()))
                .filter(day -> Sign.MUCUS.isFertile(day) || Sign.CERVIX.isFertile(day))
                .findFirst()
                .map(day -> new FertileStart(day.date(), FertileStartRule.FIRST_SIGN))
                .orElse(byCycles);
    }

    private static FertileStart byEarlierCycles(LocalDate start, EarlierCycles earlier) {
        if (!earlier.riseInTheLast()) {
            return new FertileStart(start, FertileStartRule.NO_RISE_BEFORE);
        }
        int byRise = Collections.min(earlier.firstHigherDays()) - BEFORE_FIRST_HIGHER;
        if (earlier.firstHigherDays().size() >= CYCLES_NEEDED) {
            return after(start, byRise, FertileStartRule.MINUS_EIGHT);
        }
        boolean calendar = earlier.lengths().size() >= CYCLES_NEEDED;
        int byLength = calendar ? Collections.min(earlier.lengths()) - BEFORE_END : FIRST_DAYS;
        return byRise < byLength
                ? after(start, byRise, FertileStartRule.MINUS_EIGHT)
                : after(start, byLength, calendar ? FertileStartRule.MINUS_TWENTY : FertileStartRule.FIVE_DAYS);
    }

    private static FertileStart after(LocalDate start, int days, FertileStartRule rule) {
        return new FertileStart(start.plusDays(Math.max(0, days)), rule);
    }

    @Override
    public String toString() {
        return "FertileStart[redacted]";
    }
}
