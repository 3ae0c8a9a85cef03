package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventBatchTest {

    @Test
    void isWhatARelaySends() throws JsonProcessingException {
        EventBatch batch = EventBatch.ofMany("cycle-service", 200, 10, new Random(1));

        JsonNode events = new ObjectMapper().readTree(batch.json()).path("events");
        assertThat(events).hasSize(200);
        assertThat(batch.events()).isEqualTo(200);
        Set<UUID> ids = new HashSet<>();
        for (JsonNode event : events) {
            UUID id = UUID.fromString(event.path("id").textValue());
            ids.add(id);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(Instant.parse(event.path("time").textValue()))
                    .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
            assertThat(event.path("subject").textValue()).matches("benchmark-00000[0-9]");
            assertThat(event.path("actor").path("kind").textValue()).isEqualTo("self");
            assertThat(event.path("action").textValue()).isEqualTo("cycle.benchmark.read");
        }
        assertThat(ids).hasSize(200);
        assertThat(events.get(199).path("id").textValue())
                .isEqualTo(batch.last().toString());
    }

    @Test
    void isAboutThoseWhoWereNamed() throws JsonProcessingException {
        EventBatch batch = EventBatch.about("billing-service", new Random(1), "a", "b");

        assertThat(new ObjectMapper().readTree(batch.json()).findValuesAsText("subject"))
                .containsExactly("a", "b");
    }
}
