package health.lunaria.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void aPredictionReadsAsAPersonWouldSayIt() throws IOException {
        report.prediction(json("""
                {"model":"m-1","cyclesUsed":12,"nextPeriod":{"likely":"2026-12-01","intervals":[
                {"probability":0.5,"from":"2026-11-30","to":"2026-12-02"},
                {"probability":0.8,"from":"2026-11-29","to":"2026-12-03"},
                {"probability":0.95,"from":"2026-11-27","to":"2026-12-05"}]},
                "ovulation":{"likely":"2026-11-17"},"fertileWindow":{"from":"2026-11-12","to":"2026-11-18"}}"""), TODAY);

        assertThat(printed())
                .contains("Tue 1 Dec, in 7 days", "m-1, from 12 cycles", "95 times of 100 from Fri 27 Nov to Sat 5 Dec")
                .contains(" T··░░▒▓█▓▒░░ ");
    }

    @Test
    void withoutAPredictionItSaysWhy() throws IOException {
        report.prediction(json("{\"nextPeriod\":null,\"unavailable\":\"too-few-cycles\"}"), TODAY);

        assertThat(printed()).contains("none: too-few-cycles");
    }

    @Test
    void theRunningCycleHasNoLength() throws IOException {
        report.cycles(json("""
                [{"start":"2026-10-06","end":"2026-11-02","lengthDays":28},{"start":"2026-11-03","end":null,"lengthDays":null}]"""));

        assertThat(printed()).contains("1 completed, of 28 days", "the running one began on Tue 3 Nov");
    }

    @Test
    void insightsTellHowOftenInWhichPhase() throws IOException {
        report.insights(json("""
                {"cycles":{"used":12},"loggedDays":{"logged":210,"of":339},"cycleLength":{"mean":28.3},
                "regularity":{"variationDays":4},"trends":{"symptoms":[{"code":"cramps","phases":[
                {"phase":"menstrual","days":16,"ofDays":60},{"phase":"luteal","days":0,"ofDays":81}]}]}}"""));

        assertThat(printed())
                .contains("12 cycles of 28.3 days on average, varying by 4", "210 of 339 days")
                .contains("cramps         menstrual 16/60, luteal 0/81");
    }

    @Test
    void equalAccessesStandOnOneLine() throws IOException {
        report.accessLog(json("""
                [{"time":"2026-11-24T10:00:00Z","actor":{"kind":"self"},"action":"cycle.days.write"},
                {"time":"2026-11-24T10:00:00.5Z","actor":{"kind":"self"},"action":"cycle.days.write"},
                {"time":"2026-11-24T10:00:01Z","actor":{"kind":"service","name":"cycle-service"},"action":"new.action"}]"""));

        assertThat(printed())
                .contains("10:00:00 UTC  she herself logged days (2 times)", "10:00:01 UTC  cycle-service new.action");
    }

    @Test
    void whoBoughtNothingIsToldSo() throws IOException {
        report.entitlements(
                json("{\"entitlements\":[{\"name\":\"premium\",\"active\":false,\"until\":\"2026-01-01\"}]}"));

        assertThat(printed()).contains("none bought").doesNotContain("premium");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
