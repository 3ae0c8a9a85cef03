package health.lunaria.audit.breach;

/**
 * How much time there is.
 *
 * @param amount 1 or more
 * @param from what starts it
 * @param firstDay whether the day on which it starts counts as the first one; of limits in days
 * @param statutory whether the figure stands in the law. Where that says "without undue delay" and no more, the figure is a
 *     target of ours, which a lawyer sets, and which one can miss without breaking the law or break the law by using up
 */
public record Limit(int amount, Unit unit, From from, boolean firstDay, boolean statutory) {

    private static final int MOST = 1_000;

    public Limit {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("A limit is 1 to " + MOST);
        }
        if (firstDay && unit != Unit.CALENDAR_DAYS) {
            throw new IllegalArgumentException("Only calendar days can count the first one");
        }
    }

    /** In JSON by name, never renamed. */
    public enum Unit {
        /** Elapsed time: neither weekends nor changes of the clock matter. */
        HOURS,
        /** To the end of the last day, in the zone of the regime. */
        CALENDAR_DAYS,
        /** As calendar days, without Saturdays, Sundays and holidays of the regime. */
        BUSINESS_DAYS
    }

    /** In JSON by name, never renamed. */
    public enum From {
        AWARENESS,
        /** Awareness, but with the persons if these are told earlier: the law says "contemporaneously". */
        AWARENESS_OR_WITH_PERSONS,
        /** When the persons were told; before, no time runs. */
        PERSONS_TOLD,
        /** The last day of the year of awareness, counted in calendar days. */
        YEAR_END
    }

    static Limit hours(int amount) {
        return new Limit(amount, Unit.HOURS, From.AWARENESS, false, true);
    }

    static Limit calendarDays(int amount, From from) {
        return new Limit(amount, Unit.CALENDAR_DAYS, from, false, true);
    }

    static Limit businessDays(int amount) {
        return new Limit(amount, Unit.BUSINESS_DAYS, From.AWARENESS, false, true);
    }

    static Limit calendarDaysFirstCounted(int amount) {
        return new Limit(amount, Unit.CALENDAR_DAYS, From.AWARENESS, true, true);
    }

    static Limit undueDelay(int targetHours) {
        return new Limit(targetHours, Unit.HOURS, From.AWARENESS, false, false);
    }

    Limit withAmount(int other) {
        return new Limit(other, unit, from, firstDay, statutory);
    }
}
