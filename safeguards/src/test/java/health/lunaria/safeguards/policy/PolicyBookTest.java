package health.lunaria.safeguards.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @ParameterizedTest
    @CsvSource({"a, 2026-05-31, 2", "a, 2026-06-01, 3", "b, 2030-01-01, 1", "a, 2025-12-31,", "c, 2026-06-01,"})
    void oneVersionOfAPolicyIsInForce(String name, LocalDate day, String version) {
        assertThat(BOOK.inForce(name, day).map(Policy::version)).isEqualTo(Optional.ofNullable(version));
    }

    @ParameterizedTest
    @CsvSource({"a, 1, 2026-03-01", "a, 2, 2026-06-01", "a, 3,", "b, 1,"})
    void aVersionIsOverWhenTheNextOneBegins(String name, String version, LocalDate day) {
        assertThat(BOOK.supersededOn(name, version)).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest
    @CsvSource({"a, 9", "b, 2", "c, 1"})
    void aVersionThatNeverWasIsOverSinceEver(String name, String version) {
        assertThat(BOOK.supersededOn(name, version)).contains(LocalDate.MIN);
    }

    @Test
    void aCorrectionDoesNotEndTheVersionThatItCorrects() {
        Policy correction = new Policy("a", "2", LocalDate.parse("2026-03-01"), false, "text", "hash");
        PolicyBook book =
                new PolicyBook(List.of(policy("a", "1", "2026-01-01"), correction, policy("a", "3", "2026-06-01")));

        assertThat(book.supersededOn("a", "1")).contains(LocalDate.parse("2026-06-01"));
        assertThat(book.supersededOn("a", "2")).contains(LocalDate.parse("2026-06-01"));
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
        return new Policy(name, version, LocalDate.parse(effective), true, "text", "hash");
    }
}
