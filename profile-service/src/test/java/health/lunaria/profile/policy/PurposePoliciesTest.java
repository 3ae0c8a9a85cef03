package health.lunaria.profile.policy;

import static health.lunaria.profile.consent.Purpose.ANALYTICS;
import static health.lunaria.profile.consent.Purpose.HEALTH_DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.profile.consent.Purpose;
import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.policy.PolicyBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposePoliciesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-15");
    private static final PurposePolicies POLICIES = policies(
            Duration.ofDays(30),
            policy("2026-02", "2026-02-01", false),
            policy("2026-03", "2026-03-01", true),
            policy("2026-06", "2026-06-01", true));

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-02-28, false",
        "2026-02, 2026-02-28, false",
        "2026-01, 2026-03-01, true",
        "2026-02, 2026-03-01, true",
        "2026-03, 2026-03-01, false",
        "2026-03, 2026-06-01, true",
        "2025-12, 2026-01-01, true"
    })
    void sheIsAskedAgainFromTheDayOnWhichThePolicySaysSomethingElse(String version, LocalDate day, boolean again) {
        assertThat(POLICIES.asksAgain(HEALTH_DATA, version, day)).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-02-28, true",
        "2026-01, 2026-03-01, true",
        "2026-01, 2026-03-30, true",
        "2026-01, 2026-03-31, false",
        "2026-02, 2026-03-30, true",
        "2026-02, 2026-03-31, false",
        "2026-03, 2026-06-30, true",
        "2026-03, 2026-07-01, false",
        "2026-06, 2036-01-01, true",
        "2025-12, 2026-01-01, false"
    })
    void aYesToAnOlderVersionCountsForTheGraceAndNotADayLonger(String version, LocalDate day, boolean counts) {
        assertThat(POLICIES.counts(HEALTH_DATA, version, day)).isEqualTo(counts);
    }

    @Test
    void withoutGraceAYesEndsWithItsVersion() {
        PurposePolicies strict = policies(Duration.ZERO, policy("2026-03", "2026-03-01", true));

        assertThat(strict.counts(HEALTH_DATA, "2026-01", LocalDate.parse("2026-02-28")))
                .isTrue();
        assertThat(strict.counts(HEALTH_DATA, "2026-01", LocalDate.parse("2026-03-01")))
                .isFalse();
    }

    @Test
    void anotherPurposeIsNotConcerned() {
        assertThat(POLICIES.asksAgain(ANALYTICS, "2026-01", LocalDate.parse("2030-01-01")))
                .isFalse();
        assertThat(POLICIES.counts(ANALYTICS, "2026-01", LocalDate.parse("2030-01-01")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01-31, true",
        "2026-01, 2026-02-01, false",
        "2026-02, 2026-02-01, true",
        "2026-02, 2026-01-31, false",
        "2026-09, 2026-09-01, false"
    })
    void aYesIsToTheVersionInForceOnly(String version, LocalDate day, boolean possible) {
        assertThat(POLICIES.decidable(HEALTH_DATA, version, true, day).isPresent())
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-02-15, true",
        "2026-02, 2026-02-15, true",
        "2026-03, 2026-02-28, false",
        "2026-01, 2030-01-01, true",
        "2026-09, 2030-01-01, false"
    })
    void aNoMayNameAnyVersionThatWasInForce(String version, LocalDate day, boolean possible) {
        assertThat(POLICIES.decidable(HEALTH_DATA, version, false, day).isPresent())
                .isEqualTo(possible);
    }

    @Test
    void aPurposeWithoutAPolicyFailsTheStart() {
        PolicyBook book = new PolicyBook(List.of(policy("2026-01", "2026-01-01", true)));

        assertThatIllegalStateException()
                .isThrownBy(() -> new PurposePolicies(book, Duration.ZERO, TODAY))
                .withMessageContaining("analytics");
    }

    @Test
    void aNegativeGraceFailsTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> policies(Duration.ofDays(-1)));
    }

    private static PurposePolicies policies(Duration grace, Policy... later) {
        List<Policy> all = new ArrayList<>(List.of(later));
        Arrays.stream(Purpose.values())
                .map(purpose -> policy(purpose.slug(), "2026-01", "2026-01-01", true))
                .forEach(all::add);
        return new PurposePolicies(new PolicyBook(all), grace, TODAY);
    }

    private static Policy policy(String version, String effective, boolean material) {
        return policy(HEALTH_DATA.slug(), version, effective, material);
    }

    private static Policy policy(String purpose, String version, String effective, boolean material) {
        return new Policy(purpose, version, LocalDate.parse(effective), material, "text", "hash");
    }
}
