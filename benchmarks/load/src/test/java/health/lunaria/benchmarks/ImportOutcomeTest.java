package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.testing.AppleHealthFile;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ImportOutcomeTest {

    private static final int ALL = AppleHealthFile.DAYS;

    @Test
    void allDaysInBoundedMemoryAreAsWanted() {
        ImportOutcome outcome = outcome("done", ALL, 300, 491);

        assertThat(outcome.isAsWanted()).isTrue();
        assertThat(outcome.text())
                .isEqualTo("done, 3653 of 3653 days after 41.3 s; resident memory 300 MB before, 491 MB at most");
    }

    @Test
    void whatTookAsMuchAsTheHeapMayHaveIsNot() {
        assertThat(outcome("done", ALL, 300, 492).isAsWanted()).isFalse();
    }

    @Test
    void aDayThatIsMissingIsNot() {
        assertThat(outcome("done", ALL - 1, 300, 310).isAsWanted()).isFalse();
    }

    @Test
    void anotherEndIsNot() {
        assertThat(outcome("failed (too-much)", ALL, 300, 310).isAsWanted()).isFalse();
        assertThat(outcome("cancelled", ALL, 300, 310).isAsWanted()).isFalse();
        assertThat(outcome("the service ended", 0, 300, 310).isAsWanted()).isFalse();
    }

    @Test
    void whereTheSystemDoesNotTellTheHeapsLimitIsAllThatIsKnown() {
        ImportOutcome outcome = new ImportOutcome("done", ALL, 41.25, OptionalLong.empty(), OptionalLong.empty());

        assertThat(outcome.isAsWanted()).isTrue();
        assertThat(outcome.text()).contains("does not tell");
    }

    private static ImportOutcome outcome(String end, int days, long before, long most) {
        return new ImportOutcome(end, days, 41.25, OptionalLong.of(before), OptionalLong.of(most));
    }
}
