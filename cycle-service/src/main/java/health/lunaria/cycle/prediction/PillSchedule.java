package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The pack of a combined pill that is under way: 21 days with pills and 7 without, on which bleeding follows from the
 * schedule. Nothing is predicted about it, least of all fertile days.
 *
 * @param packFrom first day of the pack
 * @param breakFrom first day without pills
 * @param breakTo last day without pills
 * @param nextPackFrom first day of the next pack
 */
@Confidential
public record PillSchedule(LocalDate packFrom, LocalDate breakFrom, LocalDate breakTo, LocalDate nextPackFrom)
        implements PredictionOutcome {

    private static final int PILL_DAYS = 21;
    private static final int PACK_DAYS = 28;

    /** @param since first day of the first pack */
    static PillSchedule on(LocalDate day, LocalDate since) {
        long packs = Math.floorDiv(ChronoUnit.DAYS.between(since, day), (long) PACK_DAYS);
        LocalDate pack = since.plusDays(packs * PACK_DAYS);
        LocalDate next = pack.plusDays(PACK_DAYS);
        return new PillSchedule(pack, pack.plusDays(PILL_DAYS), next.minusDays(1), next);
    }

    @Override
    public String toString() {
        return "PillSchedule[redacted]";
    }
}
