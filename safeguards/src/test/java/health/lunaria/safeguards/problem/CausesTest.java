package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void leavesOutMessagesOfLibraries() {
        var exception = new RuntimeException("private 1", new SQLException("private 2", new Error("private 3")));

        assertThat(Causes.describe(exception))
                .doesNotContain("private")
                .startsWith("RuntimeException at CausesTest.leavesOutMessagesOfLibraries:")
                .contains(" < SQLException at ", " < Error at ");
    }

    @Test
    void leavesOutMessagesOfSuppressedExceptions() {
        var exception = new IllegalStateException("private");
        exception.addSuppressed(new IllegalStateException("private"));

        assertThat(Causes.describe(exception)).doesNotContain("private");
    }

    @Test
    void keepsOurOwnMessages() {
        var exception = new ProblemException(CommonProblem.STALE, "our own words", new SQLException("private"));

        assertThat(Causes.describe(exception))
                .startsWith("ProblemException (our own words) at CausesTest.")
                .doesNotContain("private");
    }

    @Test
    void tellsNoPlaceWhenItIsNotInOurCode() {
        var exception = new IllegalStateException("private");
        exception.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("java.util.List", "of", "List.java", 1)});

        assertThat(Causes.describe(exception)).isEqualTo("IllegalStateException");
    }

    @Test
    void endsWithManyCausesAndWithACircle() {
        Throwable chain = new IllegalStateException();
        for (int i = 0; i < 100; i++) {
            chain = new IllegalStateException(chain);
        }
        var first = new IllegalStateException();
        var second = new IllegalArgumentException(first);
        first.initCause(second);

        assertThat(Causes.describe(chain).split(" < ")).hasSize(5);
        assertThat(Causes.describe(first).split(" < ")).hasSize(5);
    }
}
