package health.lunaria.cycle.testing;

import static io.restassured.RestAssured.given;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Logs days over HTTP, as an app does: period, temperature and mucus. */
public final class Logging {

    private Logging() {}

    /** @param days at most 400 */
    public static void log(String user, List<Day> days) {
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(days.stream().map(Logging::json).collect(Collectors.joining(",", "{\"days\":[", "]}")))
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);
    }

    private static String json(Day day) {
        Flow flow = day.flow() == null ? Flow.NONE : day.flow();
        StringBuilder json = new StringBuilder("{\"date\":\"" + day.date() + "\",\"flow\":\"" + word(flow) + "\"");
        if (day.temperatureCelsius() != null) {
            json.append(",\"temperatureCelsius\":").append(day.temperatureCelsius());
        }
        if (day.cervicalMucus() != null) {
            json.append(",\"cervicalMucus\":\"")
                    .append(word(day.cervicalMucus()))
                    .append('"');
        }
        return json.append('}').toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
