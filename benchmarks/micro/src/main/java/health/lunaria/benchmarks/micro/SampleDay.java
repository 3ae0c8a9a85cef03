package health.lunaria.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Locale;

/** What somebody who logs a lot logs on one day, as her app would send it: no field of the product has to be named twice. */
public final class SampleDay {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private SampleDay() {}

    /** The fields of a day, without its date; no two days of a month are the same. */
    public static String fields(LocalDate date) {
        return String.format(
                Locale.ROOT,
                "{\"flow\":\"%s\",\"temperatureCelsius\":%.2f,\"temperatureTime\":\"06:%02d\",\"cervicalMucus\":\"creamy\","
                        + "\"symptoms\":[\"cramps\",\"fatigue\"],\"moods\":[\"calm\"],\"tags\":[\"travel\"],"
                        + "\"sleepMinutes\":%d,\"waterMillilitres\":1800,\"note\":\"slept badly, better by noon (%d)\"}",
                date.getDayOfMonth() <= 5 ? "medium" : "none",
                36.2 + date.getDayOfMonth() / 100.0,
                date.getDayOfMonth(),
                400 + date.getDayOfMonth(),
                date.getDayOfMonth());
    }

    /** @throws IllegalStateException if the product does not understand it (any more) */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException outdated) {
            throw new IllegalStateException("The sample is no " + type.getSimpleName(), outdated);
        }
    }
}
