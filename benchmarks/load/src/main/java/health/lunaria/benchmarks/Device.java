package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * A device of one user. It reads everything first; after that it comes back each time with thirty days that were changed on it
 * while it was offline. Not thread-safe.
 */
final class Device implements Call {

    static final int CHANGED_DAYS = 30;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Call FIRST = new FirstSync();

    private final LocalDate today;
    private final int storedDays;
    private String token;
    private long revision;
    private int times;

    /** @param storedDays that it must find at first */
    Device(LocalDate today, int storedDays) {
        this.today = today;
        this.storedDays = storedDays;
    }

    @Override
    public String label() {
        return "sync " + CHANGED_DAYS + " changed days";
    }

    @Override
    public HttpRequest.Builder request(String url, Random random) {
        return token == null
                ? FIRST.request(url, random)
                : FirstSync.sync(url, changes(random).toString());
    }

    private ObjectNode changes(Random random) {
        times++;
        ObjectNode request = JSON.createObjectNode().put("since", token);
        ArrayNode changes = request.putArray("changes");
        for (int i = 0; i < CHANGED_DAYS; i++) {
            ObjectNode day = changes.addObject()
                    .put("date", today.minusDays(i).toString())
                    .put("baseRevision", revision)
                    .putObject("day");
            day.put("temperatureCelsius", 36 + random.nextInt(100) / 100.0);
            // Another value each time, or the day would not be changed.
            day.put("sleepMinutes", 300 + times % 600);
            day.putArray("symptoms").add(times % 2 == 0 ? "headache" : "cramps");
        }
        return request;
    }

    /** A day that was not changed, or met a conflict, would cost less than what is to be measured. */
    @Override
    public void answered(byte[] body) {
        JsonNode answer = read(body);
        JsonNode changes = answer.path("changes");
        int expected = token == null ? storedDays : CHANGED_DAYS;
        if (changes.size() != expected
                || answer.path("hasMore").asBoolean()
                || !answer.path("conflicts").isEmpty()
                || !answer.path("token").isTextual()) {
            throw new LauncherException("A sync was answered otherwise than with " + expected + " changed days: "
                    + changes.size() + ", and " + answer.path("conflicts").size() + " conflicts");
        }
        token = answer.path("token").textValue();
        revision = StreamSupport.stream(changes.spliterator(), false)
                .mapToLong(change -> change.path("revision").asLong())
                .max()
                .orElse(revision);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException unreadable) {
            throw new LauncherException("A sync was not answered with JSON", unreadable);
        }
    }
}
