package health.lunaria.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizeTest {

    @Test
    void itIs50UnlessSaidOtherwise() {
        assertThat(PageSize.parse(null).entries()).isEqualTo(50);
        assertThat(PageSize.parse("1").entries()).isEqualTo(1);
        assertThat(PageSize.parse("200").entries()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "0, out-of-range",
        "201, out-of-range",
        "999999999, out-of-range",
        "9999999999, not-a-number",
        "-1, not-a-number",
        "+1, not-a-number",
        "1.0, not-a-number",
        "' 1', not-a-number",
        "'', not-a-number",
        "٣, not-a-number",
        "all, not-a-number"
    })
    void anythingElseIsRefused(String text, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageSize.parse(text))
                .satisfies(refused -> {
                    assertThat(refused.type()).isEqualTo(CommonProblem.INVALID_FIELD);
                    assertThat(refused.fields()).containsExactly(new FieldError("limit", reason));
                });
    }
}
