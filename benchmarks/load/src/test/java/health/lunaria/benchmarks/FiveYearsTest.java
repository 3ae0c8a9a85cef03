package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FiveYearsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<ObjectNode> requests = FiveYears.requests(TODAY);

    @Test
    void everyDayIsLoggedOnce() {
        List<LocalDate> dates = requests.stream()
                .flatMap(request -> StreamSupport.stream(request.path("days").spliterator(), false))
                .map(day -> LocalDate.parse(day.path("date").asText()))
                .toList();

        assertThat(dates)
                .containsExactlyElementsOf(
                        TODAY.minusDays(1_825).datesUntil(TODAY.plusDays(1)).toList());
    }

    @Test
    void noRequestIsLargerThanTheApiTakes() {
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.path("days").size()).isBetween(1, 400);
            assertThat(request.toString().length()).isLessThan(1024 * 1024);
        });
    }

    @Test
    void thereAreCyclesToPredictFrom() {
        long firstDays = requests.stream()
                .flatMap(request -> StreamSupport.stream(request.path("days").spliterator(), false))
                .map((JsonNode day) -> day.path("flow").asText())
                .filter("light"::equals)
                .count();

        assertThat(firstDays).isBetween(64L, 67L);
    }
}
