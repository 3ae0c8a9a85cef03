package health.lunaria.cycle.day;

/** What a day can hold, whichever way it comes in: logged by an app or read from a file. Lengths are in UTF-16 units. */
public final class DayLimits {

    public static final String MIN_CELSIUS = "30";
    public static final String MAX_CELSIUS = "45";
    public static final String MIN_KILOGRAMS = "20";
    public static final String MAX_KILOGRAMS = "500";

    /** Of temperatures and weights. */
    public static final int DECIMALS = 2;

    public static final int MAX_SEXUAL_ACTIVITY = 20;
    public static final int MAX_CONTRACEPTION = 20;
    public static final int MAX_SYMPTOMS = 50;
    public static final int MAX_MOODS = 50;
    public static final int MAX_TAGS = 20;
    public static final int MAX_TAG_LENGTH = 40;
    public static final int MAX_MEDICATIONS = 20;
    public static final int MAX_MEDICATION_LENGTH = 100;
    public static final int MAX_SLEEP_MINUTES = 1440;
    public static final int MAX_WATER_MILLILITRES = 20_000;
    public static final int MAX_NOTE_LENGTH = 2000;

    private DayLimits() {}
}
