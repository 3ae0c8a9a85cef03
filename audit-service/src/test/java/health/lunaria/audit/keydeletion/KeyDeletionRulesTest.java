package health.lunaria.audit.keydeletion;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.StandingOf;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyDeletionRulesTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Votes votes = new Votes();

    @Test
    void twoPeopleApproveAndThenItIsUsed() {
        KeyDeletion deletion = votes.requested();
        assertThat(approval(deletion, Votes.FIRST)).isNull();
        deletion = deletion.approvedBy(votes.of(Votes.FIRST));
        assertThat(approval(deletion, Votes.SECOND)).isNull();
        deletion = deletion.approvedBy(votes.of(Votes.SECOND));

        assertThat(state(deletion)).isEqualTo(State.APPROVED);
        assertThat(use(deletion)).isNull();
        assertThat(state(deletion.used(votes.now()))).isEqualTo(State.USED);
    }

    @Test
    void withoutOneOfThemItIsNotUsed() {
        assertThat(use(votes.requested())).isEqualTo(AuditProblem.KEY_DELETION_NOT_APPROVED);
        assertThat(use(votes.approvedOnce())).isEqualTo(AuditProblem.KEY_DELETION_NOT_APPROVED);
    }

    @Test
    void nobodyApprovesTwice() {
        assertThat(approval(votes.approvedOnce(), Votes.FIRST)).isEqualTo(AuditProblem.KEY_DELETION_APPROVED_BY_YOU);
        assertThat(approval(votes.approved(), Votes.FIRST)).isEqualTo(AuditProblem.KEY_DELETION_APPROVED_BY_YOU);
    }

    @Test
    void aThirdIsNotNeeded() {
        assertThat(approval(votes.approved(), "sol")).isEqualTo(AuditProblem.KEY_DELETION_APPROVALS_COMPLETE);
    }

    @Test
    void anApprovalCountsFor48Hours() {
        KeyDeletion deletion = votes.approved();
        votes.pass(Duration.ofHours(48));
        assertThat(use(deletion)).isNull();

        votes.pass(TICK);

        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_EXPIRED);
        assertThat(state(deletion)).isEqualTo(State.EXPIRED);
    }

    @Test
    void theOlderOfTheTwoCounts() {
        KeyDeletion deletion = votes.approvedOnce();
        votes.pass(Duration.ofHours(47));
        deletion = deletion.approvedBy(votes.of(Votes.SECOND));
        votes.pass(Duration.ofHours(1).plus(TICK));

        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_EXPIRED);
    }

    @Test
    void aRequestWaitsAsLongAsItTakes() {
        KeyDeletion deletion = votes.requested();
        votes.pass(Duration.ofDays(30));

        assertThat(state(deletion)).isEqualTo(State.WAITING);
        assertThat(approval(deletion, Votes.FIRST)).isNull();
    }

    @Test
    void oneWhoRefusesIsEnough() {
        KeyDeletion deletion = votes.approved();
        assertThat(KeyDeletionRules.ofRefusal(deletion, votes.now())).isEmpty();
        deletion = deletion.refusedBy(votes.of("sol"));

        assertThat(state(deletion)).isEqualTo(State.REFUSED);
        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_REFUSED);
        assertThat(approval(deletion, "sol")).isEqualTo(AuditProblem.KEY_DELETION_REFUSED);
        assertThat(KeyDeletionRules.ofRefusal(deletion, votes.now())).contains(AuditProblem.KEY_DELETION_REFUSED);
    }

    @Test
    void whoApprovedMayThinkBetterOfIt() {
        assertThat(KeyDeletionRules.ofRefusal(votes.approvedOnce(), votes.now()))
                .isEmpty();
    }

    @Test
    void itIsUsedOnce() {
        KeyDeletion used = votes.approved().used(votes.now());

        assertThat(use(used)).isEqualTo(AuditProblem.KEY_DELETION_USED);
        assertThat(approval(used, "sol")).isEqualTo(AuditProblem.KEY_DELETION_USED);
        assertThat(KeyDeletionRules.ofRefusal(used, votes.now())).contains(AuditProblem.KEY_DELETION_USED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void whoApprovedHasToBeInGoodStandingAtTheUse(StandingOf standing) {
        KeyDeletion deletion = votes.approved();
        votes.has(Votes.FIRST, standing);

        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_APPROVER_STANDING);
    }

    @Test
    void whoApprovedHasToBeOfSecurityStill() {
        KeyDeletion deletion = votes.approved();
        votes.does(Votes.SECOND, StaffRole.SUPPORT);

        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_APPROVER_STANDING);
    }

    @Test
    void aClockThatWasTurnedBackStopsEverything() {
        KeyDeletion deletion = votes.approved();
        votes.pass(TICK.negated());

        assertThat(use(deletion)).isEqualTo(AuditProblem.KEY_DELETION_CLOCK);
        assertThat(approval(deletion, "sol")).isEqualTo(AuditProblem.KEY_DELETION_CLOCK);
        assertThat(KeyDeletionRules.ofRefusal(deletion, votes.now())).contains(AuditProblem.KEY_DELETION_CLOCK);
    }

    @Test
    void itIsRequestedAnewWhenItIsOver() {
        KeyDeletion refused = votes.approved().refusedBy(votes.of("sol"));
        assertThat(isOver(votes.requested())).isFalse();
        assertThat(isOver(votes.approved())).isFalse();
        assertThat(isOver(votes.approved().used(votes.now()))).isTrue();

        votes.pass(Duration.ofHours(24));
        assertThat(isOver(refused)).isFalse();
        votes.pass(TICK);
        assertThat(isOver(refused)).isTrue();
    }

    private State state(KeyDeletion deletion) {
        return KeyDeletionRules.state(deletion, votes.now());
    }

    private boolean isOver(KeyDeletion deletion) {
        return KeyDeletionRules.isOver(deletion, votes.now());
    }

    private AuditProblem approval(KeyDeletion deletion, String person) {
        return KeyDeletionRules.ofApproval(deletion, person, votes.now()).orElse(null);
    }

    private AuditProblem use(KeyDeletion deletion) {
        return KeyDeletionRules.ofUse(deletion, votes.standings(), votes.now()).orElse(null);
    }
}
