package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.redaction.Sensitive;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be, and what the caller is told when it may not: never a value of hers. */
class StrictJsonTest {

    record Body(
            String text,
            Sensitive<String> note,
            List<String> tags,
            Sensitive<List<String>> notes,
            Map<String, String> labels,
            Integer count,
            Sized sized,
            Double temperature,
            Boolean flag,
            Flow flow,
            LocalDate date,
            Sensitive<LocalDate> born,
            Body child,
            List<Body> children) {}

    record Sized(int size) {}

    enum Flow {
        LIGHT,
        HEAVY
    }

    private static final String CARD = "4111 1111 1111 1111";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ObjectMapper json = strict(registry);

    private static ObjectMapper strict(MeterRegistry registry) {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson(registry).customize(mapper);
        return mapper;
    }

    @Test
    void readsWhatItShould() throws JacksonException {
        Body body = json.readValue("""
                {"text": "line one\\n\\tline two 😀", "note": "a note", "tags": ["a", "b"], "notes": ["c"],
                 "labels": {"a": "b"}, "count": 3, "sized": {"size": 4}, "temperature": 36.6, "flag": true, "flow": "HEAVY",
                 "date": "2024-02-29", "born": "1990-01-31", "child": {}}
                """, Body.class);

        assertThat(body.text()).isEqualTo("line one\n\tline two 😀");
        assertThat(body.note()).isEqualTo(Sensitive.of("a note"));
        assertThat(body.tags()).containsExactly("a", "b");
        assertThat(body.notes()).isEqualTo(Sensitive.of(List.of("c")));
        assertThat(body.labels()).isEqualTo(Map.of("a", "b"));
        assertThat(body.count()).isEqualTo(3);
        assertThat(body.sized()).isEqualTo(new Sized(4));
        assertThat(body.flag()).isTrue();
        assertThat(body.temperature()).isEqualTo(36.6);
        assertThat(body.flow()).isEqualTo(Flow.HEAVY);
        assertThat(body.date()).isEqualTo("2024-02-29");
        assertThat(body.born().disclose()).isEqualTo("1990-01-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"text\": \"a\"",
                "{\"text\": \"a\"} {}",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\"}]",
                "{\"text\": \"a\",}",
                "{text: \"a\"}",
                "{'text': 'a'}",
                "{\"text\": \"a\" /* comment */}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"child\": {\"count\": 1, \"count\": 2}}",
                "{\"count\": 01}",
                "{\"temperature\": NaN}",
                "{\"temperature\": Infinity}",
                "{\"temperature\": .5}",
                "{\"text\": \"\\x\"}",
                "{\"text\": \"a\nb\"}",
                "\"text\"",
                "[]",
                "1",
                "null x"
            })
    void refusesWhatIsNoJsonObjectOrHasMoreThanOne(String body) {
        assertThat(problem(body).type()).isIn(CommonProblem.MALFORMED_BODY, CommonProblem.INVALID_FIELD);
    }

    @Test
    void refusesADuplicateField() {
        ProblemException problem = problem("{\"text\": \"a\", \"text\": \"b\"}");

        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_BODY);
        assertThat(problem.fields()).isEmpty();
    }

    @Test
    void refusesAnUnknownFieldWithoutRepeatingItsName() {
        assertProblem("{\"secretName\": 1}", CommonProblem.UNKNOWN_FIELD, "", "unknown-field");
        assertProblem("{\"child\": {\"secretName\": 1}}", CommonProblem.UNKNOWN_FIELD, "child", "unknown-field");
        assertProblem(
                "{\"children\": [{\"count\": 1}, {\"secretName\": 1}]}",
                CommonProblem.UNKNOWN_FIELD,
                "children[1]",
                "unknown-field");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text        | 1
                    text        | 1.5
                    text        | true
                    text        | {}
                    text        | ["a"]
                    note        | 1
                    note        | {}
                    tags        | "a"
                    labels      | "a"
                    count       | "3"
                    count       | 3.0
                    count       | 3.7
                    count       | true
                    count       | ""
                    count       | 2147483648
                    sized       | {"size": null}
                    sized       | {"size": "4"}
                    sized       | {"size": 4.5}
                    sized       | {}
                    temperature | "36.6"
                    temperature | ""
                    temperature | true
                    flag        | "true"
                    flag        | 1
                    flag        | 0
                    flow        | 0
                    flow        | "heavy"
                    flow        | ""
                    flow        | "NONE"
                    flow        | true
                    date        | "2026-11-24T00:00:00"
                    date        | "2026-11-24Z"
                    date        | "20261124"
                    date        | "2026-1-2"
                    date        | "2026-02-30"
                    date        | "2025-02-29"
                    date        | " 2026-11-24"
                    date        | "2026-11-24 "
                    date        | "24.11.2026"
                    date        | ""
                    date        | "   "
                    date        | 20416
                    date        | [2026, 11, 24]
                    date        | {}
                    date        | true
                    born        | "2026-02-30"
                    born        | [2026, 11, 24]
                    child       | "a"
                    child       | []
                    children    | {}
                    """)
    void guessesNoType(String field, String value) {
        ProblemException problem = problem("{\"" + field + "\": " + value + "}");

        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_FIELD);
        assertThat(problem.fields()).singleElement().satisfies(error -> {
            assertThat(error.field()).startsWith(field);
            assertThat(error.reason()).isIn("wrong-type", "out-of-range");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u0000", "\\u0007", "\\u001b", "\\u007f", "\\u0085", "\\ud800", "\\udc00", "\\udc00\\ud800"})
    void refusesControlCharactersAndHalfPairs(String character) {
        String text = "\"a" + character + "b\"";

        assertProblem("{\"text\": " + text + "}", CommonProblem.INVALID_FIELD, "text", "control-character");
        assertProblem("{\"note\": " + text + "}", CommonProblem.INVALID_FIELD, "note", "control-character");
        assertProblem("{\"tags\": [" + text + "]}", CommonProblem.INVALID_FIELD, "tags[0]", "control-character");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"text": "#"}                            | text
                    {"text": "see # thanks"}                 | text
                    {"note": "#"}                            | note
                    {"tags": ["a", "#"]}                     | tags[1]
                    {"notes": ["a", "#"]}                    | notes[1]
                    {"labels": {"a": "#"}}                   | labels
                    {"child": {"note": "#"}}                 | child.note
                    {"children": [{"count": 1}, {"text": "#"}]} | children[1].text
                    """)
    void refusesACardNumberInAnyTextAndCountsIt(String body, String field) {
        assertProblem(body.replace("#", CARD), CommonProblem.CARD_NUMBER_REFUSED, field, "card-number");

        assertThat(registry.counter(CardNumbers.REFUSED_METRIC).count()).isEqualTo(1);
    }

    @Test
    void doesNotCountOtherRefusals() {
        problem("{\"text\": 1}");
        problem("{\"text\": \"\\u0000\"}");

        assertThat(registry.counter(CardNumbers.REFUSED_METRIC).count()).isZero();
    }

    /** Access tokens are read so, and their random identifiers look like cards now and then. */
    @Test
    void doesNotLookIntoUntypedJson() throws JacksonException {
        String body = "{\"jti\": \"" + CARD + "\", \"list\": [\"" + CARD + "\"]}";

        assertThat(json.readValue(body, Map.class)).containsEntry("jti", CARD);
        assertThat(json.readValue(body, Object.class)).isEqualTo(Map.of("jti", CARD, "list", List.of(CARD)));
        assertThat(json.readValue(body, JsonNode.class).path("jti").textValue()).isEqualTo(CARD);
        assertThat(registry.counter(CardNumbers.REFUSED_METRIC).count()).isZero();
    }

    @Test
    void takesTwentyLevelsAndNoMore() throws JacksonException {
        assertThat(json.readValue(nested(20), Body.class).child()).isNotNull();

        assertThat(problem(nested(21)).type()).isEqualTo(CommonProblem.NESTED_TOO_DEEPLY);
        assertThat(problem("[".repeat(10_000)).type()).isEqualTo(CommonProblem.INVALID_FIELD);
        assertThat(problem("{\"child\":".repeat(10_000)).type()).isEqualTo(CommonProblem.NESTED_TOO_DEEPLY);
    }

    @Test
    void boundsTextsNumbersAndNames() throws JacksonException {
        String longest = "a".repeat(StrictJson.MAX_STRING);
        assertThat(json.readValue("{\"text\": \"" + longest + "\"}", Body.class).text())
                .isEqualTo(longest);

        assertProblem("{\"text\": \"" + longest + "a\"}", CommonProblem.INVALID_FIELD, "text", "too-long");
        assertThat(problem("{\"temperature\": 1" + "0".repeat(StrictJson.MAX_NUMBER) + "}")
                        .type())
                .isEqualTo(CommonProblem.INVALID_FIELD);
        assertThat(problem("{\"" + "n".repeat(200) + "\": 1}").type())
                .isIn(CommonProblem.INVALID_FIELD, CommonProblem.UNKNOWN_FIELD, CommonProblem.MALFORMED_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"private 4111111111111111\"}",
                "{\"text\": \"private \\u0000\"}",
                "{\"date\": \"private\"}",
                "{\"count\": \"private\"}",
                "{\"flow\": \"private\"}",
                "{\"flag\": \"private\"}",
                "{\"note\": {\"private\": \"private\"}}",
                "{\"private\": 1}",
                "{\"labels\": {\"a\": {\"private\": 1}}}",
                "{\"text\": private}",
                "{\"text\": \"private"
            })
    void neverRepeatsWhatWasSent(String body) {
        ProblemException problem = problem(body);

        assertThat(problem.getMessage()).doesNotContain("private");
        assertThat(problem.fields().toString()).doesNotContain("private");
        assertThat(Causes.describe(problem)).doesNotContain("private");
    }

    private static String nested(int levels) {
        return "{\"child\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private void assertProblem(String body, CommonProblem type, String field, String reason) {
        ProblemException problem = problem(body);

        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.fields()).containsExactly(new FieldError(field, reason));
    }

    private ProblemException problem(String body) {
        var refused = catchThrowableOfType(JacksonException.class, () -> json.readValue(body, Body.class));
        assertThat(refused).as("the body was taken").isNotNull();
        return UnreadableBody.problem(refused);
    }
}
