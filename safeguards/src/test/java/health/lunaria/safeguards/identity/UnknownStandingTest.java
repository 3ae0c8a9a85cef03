package health.lunaria.safeguards.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnknownStandingTest {

    @Test
    void whereNobodyKnowsTheRegisterNobodyWorks() {
        assertThatThrownBy(() -> new UnknownStanding().require(null).await().atMost(Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(CommonProblem.NOT_ALLOWED));
    }
}
