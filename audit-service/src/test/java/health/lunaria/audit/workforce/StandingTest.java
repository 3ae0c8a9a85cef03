package health.lunaria.audit.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.AuditProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final Instant NOW = Instant.parse("2028-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2028-03-01");
    private static final Proof FRESH = new Proof("2028", NOW);
    private static final Standing GOOD = new Standing(StaffRole.SUPPORT, TODAY.minusYears(1), null, FRESH, FRESH, null);

    @Test
    void whoIsThereTrainedAndHasAcknowledgedMayWork() {
        assertThat(GOOD.lacks(NOW)).isEmpty();
    }

    @Test
    void whoIsNotRegisteredMayNot() {
        assertThat(Standing.NONE.lacks(NOW)).contains(AuditProblem.WORKFORCE_NOT_REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({"2028-02-29, true", "2028-03-01, true", "2028-03-02, false"})
    void theDayOfJoiningIsTheFirstOne(LocalDate joinedOn, boolean isThere) {
        Standing standing = new Standing(StaffRole.DPO, joinedOn, null, FRESH, FRESH, null);

        assertThat(standing.lacks(NOW).isEmpty()).isEqualTo(isThere);
        assertThat(isThere || standing.lacks(NOW).get() == AuditProblem.WORKFORCE_NOT_JOINED)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2028-02-29, false", "2028-03-01, false", "2028-03-02, true"})
    void theDayOfLeavingIsTheFirstOneWithout(LocalDate leftOn, boolean isThere) {
        Standing standing = new Standing(StaffRole.DPO, TODAY.minusYears(1), leftOn, FRESH, FRESH, null);

        assertThat(standing.lacks(NOW).isEmpty()).isEqualTo(isThere);
        assertThat(isThere || standing.lacks(NOW).get() == AuditProblem.WORKFORCE_LEFT)
                .isTrue();
    }

    /** 365 days and not a year: the one before this date had a 29th of February. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, ",
        "P364D, ",
        "P365D, ",
        "P365DT0.000000001S, EXPIRED",
        "P366D, EXPIRED",
        "-PT0.000000001S, MISSING",
        ", MISSING"
    })
    void bothProofsCountFor365Days(Duration age, String fault) {
        Proof proof = age == null ? null : new Proof("2027", NOW.minus(age));
        Standing training = new Standing(StaffRole.DPO, TODAY.minusYears(9), null, proof, FRESH, null);
        Standing policy = new Standing(StaffRole.DPO, TODAY.minusYears(9), null, FRESH, proof, null);

        if (fault == null) {
            assertThat(training.lacks(NOW)).isEmpty();
            assertThat(policy.lacks(NOW)).isEmpty();
        } else {
            assertThat(training.lacks(NOW)).contains(AuditProblem.valueOf("WORKFORCE_TRAINING_" + fault));
            assertThat(policy.lacks(NOW)).contains(AuditProblem.valueOf("WORKFORCE_POLICY_" + fault));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "-PT0.000000001S, true", "PT0.000000001S, false", "P30D, false"})
    void whatWasAcknowledgedCountsUntilItIsOutdated(Duration from, boolean outdated) {
        Standing standing = new Standing(StaffRole.DPO, TODAY, null, FRESH, FRESH, NOW.plus(from));

        assertThat(standing.lacks(NOW))
                .isEqualTo(outdated ? Optional.of(AuditProblem.WORKFORCE_POLICY_OUTDATED) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "support, ",
        "security, WORKFORCE_ROLE_MISSING",
        "'', WORKFORCE_ROLE_MISSING",
        "support security, WORKFORCE_ROLE_FOREIGN",
        "security dpo, WORKFORCE_ROLE_MISSING"
    })
    void theTokenHasTheRoleOfTheRegisterAndNoOther(String roles, AuditProblem lacking) {
        assertThat(GOOD.lacks(Set.of(roles.split(" ")), NOW)).isEqualTo(Optional.ofNullable(lacking));
    }

    @Test
    void aTokenDoesNotMendWhatSheLacks() {
        assertThat(Standing.NONE.lacks(Set.of("support"), NOW)).contains(AuditProblem.WORKFORCE_NOT_REGISTERED);
    }

    @Test
    void aTextOfItTellsNothing() {
        assertThat(GOOD.toString()).isEqualTo("Standing[redacted]");
    }
}
