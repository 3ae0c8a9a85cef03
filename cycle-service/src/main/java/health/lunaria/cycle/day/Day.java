package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was logged for one calendar day of the user, in clear. A value that was not logged is {@code null}, or an empty list.
 * Codes are those of the {@link health.lunaria.cycle.catalogue.Catalogue}. Immutable.
 *
 * <p>The component names are the names of the fields in JSON and in stored data, and the units of {@linkplain DayFields
 * merging}: never rename one.
 *
 * @param date her calendar date, whatever her time zone
 * @param flow not logged is not the same as {@link Flow#NONE}
 * @param temperatureCelsius basal body temperature in °C, 30.00 to 45.00
 * @param temperatureTime when it was taken, by the clock on her wall, to the minute
 * @param temperatureExcluded whether she says that it was disturbed (fever, alcohol, a short night) and must not be used
 * @param sexualActivity codes
 * @param contraception codes of what was used or taken that day
 * @param symptoms codes
 * @param moods codes
 * @param tags her own words, 1 to 40 characters each
 * @param medications her own words, 1 to 100 characters each
 * @param sleepMinutes 0 to 1,440
 * @param weightKilograms 20.00 to 500.00
 * @param waterMillilitres 0 to 20,000
 * @param note free text
 */
@Confidential
@RegisterForReflection
public record Day(
        LocalDate date,
        Flow flow,
        BigDecimal temperatureCelsius,
        LocalTime temperatureTime,
        Boolean temperatureExcluded,
        CervicalMucus cervicalMucus,
        CervixOpening cervixOpening,
        CervixFirmness cervixFirmness,
        CervixPosition cervixPosition,
        TestResult ovulationTest,
        TestResult pregnancyTest,
        List<String> sexualActivity,
        List<String> contraception,
        List<String> symptoms,
        List<String> moods,
        List<Sensitive<String>> tags,
        List<Sensitive<String>> medications,
        Integer sleepMinutes,
        BigDecimal weightKilograms,
        Integer waterMillilitres,
        Sensitive<String> note) {

    public Day {
        Objects.requireNonNull(date, "date");
        sexualActivity = orEmpty(sexualActivity);
        contraception = orEmpty(contraception);
        symptoms = orEmpty(symptoms);
        moods = orEmpty(moods);
        tags = orEmpty(tags);
        medications = orEmpty(medications);
    }

    /** A day of which nothing was logged. */
    public static Day empty(LocalDate date) {
        return DayFields.day(date, Map.of());
    }

    /** Whether a temperature was taken that may be used. */
    public boolean hasUsableTemperature() {
        return temperatureCelsius != null && !Boolean.TRUE.equals(temperatureExcluded);
    }

    /** Whether it bled more than spotting. */
    public boolean hasPeriodFlow() {
        return flow != null && flow.compareTo(Flow.SPOTTING) > 0;
    }

    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    @Override
    public String toString() {
        return "Day[redacted]";
    }
}
