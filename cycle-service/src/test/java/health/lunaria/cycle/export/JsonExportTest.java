package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.cycle.day.DayFields;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonExportTest {

    @Test
    void itSaysWhatItIs() throws IOException {
        JsonNode json = read(SampleExport.of(List.of()));

        assertThat(json.path("format").asText()).isEqualTo("lunaria-export/1");
        assertThat(json.path("made").asText()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(json.path("from").asText()).isEqualTo("2026-01-01");
        assertThat(json.path("to").asText()).isEqualTo("2026-12-31");
        assertThat(json.path("days").isArray()).isTrue();
        assertThat(json.path("cycles").isArray()).isTrue();
    }

    @Test
    void everyFieldOfADayIsThere() throws IOException {
        JsonNode day = read(SampleExport.of(List.of(SampleExport.fullDay()))).at("/days/0");

        assertThat(day.properties())
                .extracting(entry -> entry.getKey())
                .containsExactlyElementsOf(Stream.concat(Stream.of("date"), DayFields.NAMES.stream())
                        .toList());
        assertThat(day.path("date").asText()).isEqualTo("2026-01-03");
        assertThat(day.path("temperatureCelsius").decimalValue()).isEqualTo("36.55");
        assertThat(day.path("temperatureTime").asText()).isEqualTo("06:30");
        assertThat(day.path("cervicalMucus").asText()).isEqualTo("egg-white");
        assertThat(day.at("/tags/1").asText()).isEqualTo("back\\slash");
        assertThat(day.path("note").asText()).isEqualTo("slept badly 😴, \"again\"\n生理痛");
    }

    @Test
    void whatWasNotLoggedIsLeftOut() throws IOException {
        JsonNode day = read(SampleExport.of(List.of(SampleExport.day(SampleExport.FROM, "waterMillilitres", 0))))
                .at("/days/0");

        assertThat(day.properties()).extracting(entry -> entry.getKey()).containsExactly("date", "waterMillilitres");
    }

    @Test
    void cyclesAndPredictionAreAsTheApiAnswersThem() throws IOException {
        JsonNode json = read(SampleExport.of(SampleExport.year()));

        assertThat(json.path("cycles")).hasSize(9);
        assertThat(json.at("/cycles/0/lengthDays").asInt()).isEqualTo(28);
        assertThat(json.at("/cycles/8/end").isNull()).isTrue();
        assertThat(json.at("/prediction/model").asText()).isEqualTo("lunaria-cycle/2");
        assertThat(json.at("/prediction/nextPeriod/intervals")).hasSize(3);
    }

    @Test
    void herOwnCopyHasHerOwnWordsWhateverIsAskedForAReport() throws IOException {
        JsonNode json = read(SampleExport.of(List.of(SampleExport.fullDay()), Locale.ENGLISH, false));

        assertThat(json.at("/days/0/note").asText()).isNotEmpty();
        assertThat(json.at("/days/0/medications")).hasSize(2);
    }

    private static JsonNode read(ExportData data) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(SampleExport.write("json", data));
    }
}
