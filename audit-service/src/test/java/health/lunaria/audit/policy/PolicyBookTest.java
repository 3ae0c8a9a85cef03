package health.lunaria.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookTest {

    private static final PolicyBook BOOK = new PolicyBook(List.of(
            policy("b", "1", "2026-01-01"),
            policy("a", "2", "2026-03-01"),
            policy("a", "1", "2026-01-01"),
            policy("a", "3", "2026-06-01")));

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, ''",
        "2026-01-01, a/1 b/1",
        "2026-02-28, a/1 b/1",
        "2026-03-01, a/2 b/1",
        "2026-05-31, a/2 b/1",
        "2026-06-01, a/3 b/1",
        "2036-06-01, a/3 b/1"
    })
    void theLastVersionThatBeganIsInForce(LocalDate day, String ids) {
        assertThat(ids(BOOK.inForce(day))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-12-31, ''",
        "2025-01-01, 2026-01-01, a/1 b/1",
        "2026-02-28, 2026-03-01, a/1 a/2 b/1",
        "2026-03-01, 2026-05-31, a/2 b/1",
        "2026-01-01, 2026-12-31, a/1 a/2 a/3 b/1",
        "2027-01-01, 2027-12-31, a/3 b/1"
    })
    void aPeriodHasAllThatWereInForceInIt(LocalDate from, LocalDate to, String ids) {
        assertThat(ids(BOOK.between(from, to))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "a/1 b/1, 2026-03-31T00:00:00Z",
        "a/2 b/1, 2026-07-01T00:00:00Z",
        "a/3 b/1,",
        "a/1, 1970-01-01T00:00:00Z",
        "b/1 a/3, 1970-01-01T00:00:00Z",
        "'', 1970-01-01T00:00:00Z"
    })
    void whatWasAcknowledgedCountsFor30DaysAfterTheNextChange(String set, Instant outdatedAt) {
        assertThat(BOOK.outdatedAt(set)).isEqualTo(outdatedAt);
    }

    @Test
    void aPolicyThatIsNewOutdatesTheSetWithoutIt() {
        PolicyBook book = new PolicyBook(List.of(policy("a", "1", "2026-01-01"), policy("b", "1", "2026-03-01")));

        assertThat(book.outdated()).containsExactly(Map.entry("a/1", Instant.parse("2026-03-31T00:00:00Z")));
        assertThat(book.outdatedAt("a/1 b/1")).isNull();
    }

    @Test
    void twoVersionsOfOneDayAreRefused() {
        refused(policy("a", "1", "2026-01-01"), policy("a", "2", "2026-01-01"));
    }

    @Test
    void oneVersionWithTwoDatesIsRefused() {
        refused(policy("a", "1", "2026-01-01"), policy("a", "1", "2026-02-01"));
    }

    @Test
    void noPoliciesAreRefused() {
        refused();
    }

    private static void refused(Policy... policies) {
        assertThatIllegalStateException().isThrownBy(() -> new PolicyBook(List.of(policies)));
    }

    private static String ids(List<Policy> policies) {
        return String.join(" ", policies.stream().map(Policy::id).toList());
    }

    private static Policy policy(String name, String version, String effective) {
        return new Policy(name, version, LocalDate.parse(effective), "text", "hash");
    }
}
