package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input as it arrives from outside: a clear problem, no value echoed, nothing stored by half. */
class BadInputTest {

    private static final String MARKER = "zQx81Marker";

    private final Suite suite = Suite.running();
    private final Api api = suite.asConsenting("bad-input");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                    | malformed-body
            {"days":[{"date":"2026-03-01"}],"zQx81Marker":1}                     | unknown-field
            {"days":"zQx81Marker"}                                               | invalid-field
            {"days":[{"date":"1899-12-31"}]}                                     | invalid-field
            {"days":[{"date":"2999-01-01"}]}                                     | invalid-field
            {"days":[{"date":"2026-03-01"},{"date":"2026-13-01"}]}               | invalid-field
            {"days":[{"date":"2026-03-01","note":"zQx81Marker\\u0007"}]}         | invalid-field
            {"days":[{"date":"2026-03-01","temperatureCelsius":1e400}]}          | invalid-field
            {"days":[{"date":"2026-03-01","note":"zQx81Marker 4111111111111111"}]} | card-number-refused
            """)
    void aBadBodyIsRefused(String body, String slug) {
        Api.Answer answer = api.put("/v1/cycle/days", body).problem(400, slug);

        assertThat(answer.body()).doesNotContain(MARKER).doesNotContain("4111");
        assertThat(answer.json().path("traceId").textValue()).matches("[0-9a-f]{32}");
        assertThat(daysOf(2026, 3)).isZero();
    }

    @Test
    void moreThan400DaysAreRefusedWhole() {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < 401; i++) {
            days.append(i == 0 ? "" : ",")
                    .append("{\"date\":\"")
                    .append(LocalDate.of(2024, 1, 1).plusDays(i))
                    .append("\"}");
        }
        api.put("/v1/cycle/days", "{\"days\":[" + days + "]}").problem(400, "invalid-field");
        assertThat(daysOf(2024, 1)).isZero();
    }

    @Test
    void deepNestingIsRefused() {
        api.put("/v1/cycle/days", "{\"days\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .expect(400);
    }

    @Test
    void aBodyOfTwoMebibytesIsTooLarge() {
        String body = "{\"days\":[{\"date\":\"2026-03-01\",\"note\":\"" + "x".repeat(2 << 20) + "\"}]}";
        api.put("/v1/cycle/days", body).problem(413, "body-too-large");
        assertThat(daysOf(2026, 3)).isZero();
    }

    @Test
    void anUnknownPurposeIsNotFound() {
        api.put("/v1/profile/consents/" + MARKER, "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .problem(404, "unknown-purpose");
    }

    private int daysOf(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return api.post("/v1/cycle/days/search", "{\"from\":\"" + first + "\",\"to\":\"" + first.plusMonths(1) + "\"}")
                .expect(200)
                .json()
                .path("days")
                .size();
    }
}
