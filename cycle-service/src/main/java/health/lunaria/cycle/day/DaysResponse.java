package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days as they are stored; after a write with the revision that it made. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record DaysResponse(Long revision, List<Item> days) {

    static DaysResponse found(List<Day> days) {
        return new DaysResponse(null, items(days));
    }

    static DaysResponse stored(long revision, List<Day> days) {
        return new DaysResponse(revision, items(days));
    }

    private static List<Item> items(List<Day> days) {
        return days.stream()
                .sorted(Comparator.comparing(Day::date))
                .map(Item::from)
                .toList();
    }

    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoredDay")
    record Item(
            LocalDate date, Flow flow, BigDecimal temperatureCelsius, List<String> symptoms, Sensitive<String> note) {

        static Item from(Day day) {
            return new Item(day.date(), day.flow(), day.temperatureCelsius(), day.symptoms(), day.note());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "DaysResponse[redacted]";
    }
}
