package health.lunaria.cycle.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told about a file: enough to find an entry, and nothing of what it says. */
class ImportReportTest {

    static Stream<String> filesFullOfSecrets() {
        return Stream.of(
                "date,flow,secret1,note\n2026-01-03,secret2,secret3,4111111111111111 secret4\nsecret5,light,,\n",
                "date,bleeding.value,secret1,note.value\n2026-01-03,secret2,secret3,\u0007secret4\nsecret5,1,,\n",
                "[{\"type\":\"secret1\",\"date\":\"secret2\",\"value\":{\"option\":\"secret3\"}},"
                        + "{\"type\":\"pain\",\"date\":\"2026-01-03\",\"value\":{\"secret4\":\"secret5\"}}]",
                "{\"data\":[{\"day\":\"2017-01-01\",\"secret1\":\"secret2\",\"pain\":\"secret3\"},{\"day\":\"secret4\"}]}",
                "{\"operationalData\":{\"secret1\":{},\"cycles\":[{\"period_start_date\":\"secret2\"}],"
                        + "\"point_events_manual_v2\":[{\"category\":\"secret3\",\"subcategory\":\"secret4\"},"
                        + "{\"category\":\"Mood\",\"subcategory\":\"secret5\",\"date\":\"2026-01-03\"}]}}",
                "<HealthData><Record type=\"HKCategoryTypeIdentifiersecret1\" value=\"secret2\"/>"
                        + "<Record type=\"HKQuantityTypeIdentifierBodyMass\" unit=\"secret3\" value=\"1\""
                        + " startDate=\"2026-01-03 12:00:00 +0000\"/></HealthData>");
    }

    @ParameterizedTest
    @MethodSource("filesFullOfSecrets")
    void repeatsNothingOfAFile(String file) throws Exception {
        ImportReport report = Imports.read(file).report();

        assertThat(report.skipped()).isNotEmpty();
        assertThat(new ObjectMapper().writeValueAsString(report)).doesNotContain("secret", "4111");
    }

    @Test
    void isTheSameAfterStorage() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ImportReport report = Imports.read(Imports.sample("floJson/flo.json")).report();

        assertThat(json.readValue(json.writeValueAsString(report), ImportReport.class))
                .isEqualTo(report);
    }

    @Test
    void tellsNothingAsText() throws ImportException {
        ImportedDays imported = Imports.read(Imports.sample("floJson/flo.json"));

        assertThat(imported).hasToString("ImportedDays[redacted]");
        assertThat(imported.report()).hasToString("ImportReport[redacted]");
        assertThat(imported.report().mapped().get(0)).hasToString("Mapped[redacted]");
        assertThat(imported.report().skipped().get(0)).hasToString("Skipped[redacted]");
    }
}
