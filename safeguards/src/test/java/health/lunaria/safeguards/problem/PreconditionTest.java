package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42, 999_999_999_999_999_999L})
    void readsTheTagThatItWrote(long version) {
        Precondition precondition = Precondition.of(Precondition.tag(version), null);

        assertThat(precondition.version()).isEqualTo(version);
        assertThat(precondition.isToCreate()).isFalse();
    }

    @Test
    void aStarMeansToCreate() {
        assertThat(Precondition.of(null, "*").isToCreate()).isTrue();
    }

    @Test
    void oneOfTheTwoIsRequired() {
        assertProblem(CommonProblem.PRECONDITION_MISSING, null, null);
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', *", "'\"1\"', '\"1\"'", ", '\"1\"'", ", ''", ", '*, *'", ", ' *'", ", W/*"})
    void refusesBothAndEveryOtherIfNoneMatch(String ifMatch, String ifNoneMatch) {
        assertProblem(CommonProblem.INVALID_REQUEST, ifMatch, ifNoneMatch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "1",
                "\"\"",
                "\"0\"",
                "\"-1\"",
                "\"01\"",
                "\"1",
                "1\"",
                "\"1\", \"2\"",
                "W/\"1\"",
                "\"1.0\"",
                "\"1e3\"",
                "\"a\"",
                "\"٣\"",
                "\"9223372036854775808\"",
                "\"1000000000000000000\""
            })
    void aTagThatWeNeverGaveIsStale(String ifMatch) {
        assertProblem(CommonProblem.STALE, ifMatch, null);
    }

    private static void assertProblem(CommonProblem type, String ifMatch, String ifNoneMatch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Precondition.of(ifMatch, ifNoneMatch))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type))
                .withMessage(type.slug());
    }
}
