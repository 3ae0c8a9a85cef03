package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day as it is stored; what was not logged is left out. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "StoredDay")
public record StoredDay(
        LocalDate date,
        Flow flow,
        BigDecimal temperatureCelsius,
        String temperatureTime,
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

    public static StoredDay from(Day day) {
        return new StoredDay(
                day.date(),
                day.flow(),
                day.temperatureCelsius(),
                text(day.temperatureTime()),
                day.temperatureExcluded(),
                day.cervicalMucus(),
                day.cervixOpening(),
                day.cervixFirmness(),
                day.cervixPosition(),
                day.ovulationTest(),
                day.pregnancyTest(),
                day.sexualActivity(),
                day.contraception(),
                day.symptoms(),
                day.moods(),
                day.tags(),
                day.medications(),
                day.sleepMinutes(),
                day.weightKilograms(),
                day.waterMillilitres(),
                day.note());
    }

    private static String text(LocalTime time) {
        return time == null ? null : time.toString();
    }

    @Override
    public String toString() {
        return "StoredDay[redacted]";
    }
}
