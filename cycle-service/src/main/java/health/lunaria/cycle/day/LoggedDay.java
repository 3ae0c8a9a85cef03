package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an app logs for one day. What is left out is not logged. */
@Confidential
@Schema(name = "LoggedDay")
public record LoggedDay(
        @NotNull(message = "missing", groups = Dated.class)
        @Null(message = "date-twice", groups = Undated.class)
        @LoggableDate(groups = Dated.class)
        LocalDate date,

        Flow flow,

        @DecimalMin(value = DayLimits.MIN_CELSIUS, message = "out-of-range")
        @DecimalMax(value = DayLimits.MAX_CELSIUS, message = "out-of-range")
        @Digits(integer = 2, fraction = DayLimits.DECIMALS, message = "too-precise")
        BigDecimal temperatureCelsius,

        @Schema(description = "When it was taken, by the clock on the wall: hh:mm")
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "not-a-time")
        String temperatureTime,

        @Schema(description = "True if the temperature was disturbed and must not be used")
        Boolean temperatureExcluded,

        CervicalMucus cervicalMucus,
        CervixOpening cervixOpening,
        CervixFirmness cervixFirmness,
        CervixPosition cervixPosition,
        TestResult ovulationTest,
        TestResult pregnancyTest,

        @Size(max = DayLimits.MAX_SEXUAL_ACTIVITY, message = "too-many")
        List<@NotNull(message = "missing") @Code(of = "sexualActivity") String> sexualActivity,

        @Size(max = DayLimits.MAX_CONTRACEPTION, message = "too-many")
        List<@NotNull(message = "missing") @Code(of = "contraception") String> contraception,

        @Size(max = DayLimits.MAX_SYMPTOMS, message = "too-many")
        List<@NotNull(message = "missing") @Code(of = "symptoms") String> symptoms,

        @Size(max = DayLimits.MAX_MOODS, message = "too-many")
        List<@NotNull(message = "missing") @Code(of = "moods") String> moods,

        @Schema(description = "The user's own words") @Size(max = DayLimits.MAX_TAGS, message = "too-many")
        List<
                        @NotNull(message = "missing")
                        @Size(min = 1, max = DayLimits.MAX_TAG_LENGTH, message = "wrong-length") String>
                tags,

        @Schema(description = "The user's own words") @Size(max = DayLimits.MAX_MEDICATIONS, message = "too-many")
        List<
                        @NotNull(message = "missing")
                        @Size(min = 1, max = DayLimits.MAX_MEDICATION_LENGTH, message = "wrong-length") String>
                medications,

        @Min(value = 0, message = "out-of-range") @Max(value = DayLimits.MAX_SLEEP_MINUTES, message = "out-of-range")
        Integer sleepMinutes,

        @DecimalMin(value = DayLimits.MIN_KILOGRAMS, message = "out-of-range")
        @DecimalMax(value = DayLimits.MAX_KILOGRAMS, message = "out-of-range")
        @Digits(integer = 3, fraction = DayLimits.DECIMALS, message = "too-precise")
        BigDecimal weightKilograms,

        @Min(value = 0, message = "out-of-range")
        @Max(value = DayLimits.MAX_WATER_MILLILITRES, message = "out-of-range")
        Integer waterMillilitres,

        @Size(max = DayLimits.MAX_NOTE_LENGTH, message = "too-long")
        String note)
        implements EachDateOnce.Item {

    /** The date stands within the day. */
    public interface Dated extends Default {}

    /** The date stands beside the day, and only there. */
    public interface Undated extends Default {}

    public Day toDay() {
        return toDay(date);
    }

    /** Lists become sets in the order of their first mention: what is logged twice is logged once. */
    public Day toDay(LocalDate on) {
        return new Day(
                on,
                flow,
                temperatureCelsius,
                temperatureTime == null ? null : LocalTime.parse(temperatureTime),
                temperatureExcluded,
                cervicalMucus,
                cervixOpening,
                cervixFirmness,
                cervixPosition,
                ovulationTest,
                pregnancyTest,
                once(sexualActivity),
                once(contraception),
                once(symptoms),
                once(moods),
                sensitive(tags),
                sensitive(medications),
                sleepMinutes,
                weightKilograms,
                waterMillilitres,
                note == null ? null : Sensitive.of(note));
    }

    private static List<String> once(List<String> values) {
        return values == null ? null : values.stream().distinct().toList();
    }

    private static List<Sensitive<String>> sensitive(List<String> values) {
        return values == null
                ? null
                : values.stream().distinct().map(Sensitive::of).toList();
    }

    @Override
    public String toString() {
        return "LoggedDay[redacted]";
    }
}
