package health.lunaria.audit.breakglass;

import static health.lunaria.audit.breakglass.Scene.FIRST;
import static health.lunaria.audit.breakglass.Scene.REQUESTER;
import static health.lunaria.audit.breakglass.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.StandingOf;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix: each condition of each step, missing or expired, has its own answer. */
class BreakGlassRulesTest {

    private static final Duration A_BIT = Duration.ofMillis(1);

    private final Scene scene = new Scene();

    /** Everything that can be wrong with anybody at any step, and in whose name it is refused. */
    static List<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        for (StandingOf standing : StandingOf.values()) {
            if (standing != StandingOf.GOOD) {
                faults.add(Arguments.of("request", REQUESTER, standing, null));
                faults.add(Arguments.of("first approval", FIRST, standing, null));
                faults.add(Arguments.of("first approval", REQUESTER, standing, "requester"));
                faults.add(Arguments.of("second approval", SECOND, standing, null));
                faults.add(Arguments.of("second approval", REQUESTER, standing, "requester"));
                faults.add(Arguments.of("second approval", FIRST, standing, "approvals[0]"));
                faults.add(Arguments.of("use", REQUESTER, standing, null));
                faults.add(Arguments.of("use", FIRST, standing, "approvals[0]"));
                faults.add(Arguments.of("use", SECOND, standing, "approvals[1]"));
            }
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverAnybodyLacksAtAnyStepIsRefusedByItsName(String step, String person, StandingOf standing, String who) {
        assertThat(take(step)).isEmpty();

        scene.has(person, standing);

        Refusal refusal = take(step).orElseThrow();
        assertThat(refusal.problem().slug()).isEqualTo(standing.slug());
        assertThat(refusal.who()).isEqualTo(who);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void supportAndSecurityRequest(StaffRole role) {
        scene.does(REQUESTER, role);
        boolean allowed = role == StaffRole.SUPPORT || role == StaffRole.SECURITY;

        assertThat(problem(take("request"))).isEqualTo(allowed ? null : AuditProblem.BREAK_GLASS_ROLE);
        assertThat(problem(take("use"))).isEqualTo(allowed ? null : AuditProblem.BREAK_GLASS_ROLE);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void securityAndDataProtectionOfficerApprove(StaffRole role) {
        scene.does(FIRST, role);
        boolean allowed = role == StaffRole.SECURITY || role == StaffRole.DPO;

        assertThat(problem(take("first approval"))).isEqualTo(allowed ? null : AuditProblem.BREAK_GLASS_ROLE);
        assertThat(problem(take("use"))).isEqualTo(allowed ? null : AuditProblem.BREAK_GLASS_ROLE);
    }

    @Test
    void theRegistersRoleMustBeInTheToken() {
        Acting demoted = new Acting(new Subject(FIRST), Set.of("support", "auditor", "dpo"));

        assertThat(problem(BreakGlassRules.ofApproval(scene.requested(), demoted, scene.standings(), scene.now())))
                .isEqualTo(AuditProblem.WORKFORCE_ROLE_MISSING);
    }

    @Test
    void nobodyApprovesHerOwnRequest() {
        scene.does(REQUESTER, StaffRole.SECURITY);

        assertThat(problem(approval(scene.requested(), REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_OWN_REQUEST);
        assertThat(problem(approval(scene.approvedOnce(), REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_OWN_REQUEST);
    }

    @Test
    void nobodyApprovesTwice() {
        assertThat(problem(approval(scene.approvedOnce(), FIRST)))
                .isEqualTo(AuditProblem.BREAK_GLASS_ALREADY_APPROVED_BY_YOU);
    }

    @Test
    void aThirdApprovalDoesNotLengthenTheWindow() {
        assertThat(problem(approval(scene.approved(), "spare"))).isEqualTo(AuditProblem.BREAK_GLASS_APPROVALS_COMPLETE);
    }

    @Test
    void oneApprovalIsNotEnoughAndNoneEither() {
        assertThat(problem(use(scene.requested(), REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_NOT_APPROVED);
        assertThat(problem(use(scene.approvedOnce(), REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_NOT_APPROVED);
    }

    @Test
    void anApproverDoesNotUseIt() {
        assertThat(problem(use(scene.approved(), FIRST))).isEqualTo(AuditProblem.BREAK_GLASS_NOT_REQUESTER);
        assertThat(problem(use(scene.approved(), "spare"))).isEqualTo(AuditProblem.BREAK_GLASS_NOT_REQUESTER);
    }

    @Test
    void aRequestWaits24HoursForItsFirstApproval() {
        BreakGlass grant = scene.requested();

        scene.pass(Duration.ofHours(24));
        assertThat(approval(grant, FIRST)).isEmpty();

        scene.pass(A_BIT);
        assertThat(problem(approval(grant, FIRST))).isEqualTo(AuditProblem.BREAK_GLASS_REQUEST_EXPIRED);
    }

    @Test
    void anApprovalWaits24HoursForTheOther() {
        BreakGlass grant = scene.approvedOnce();

        scene.pass(Duration.ofHours(24));
        assertThat(approval(grant, SECOND)).isEmpty();

        scene.pass(A_BIT);
        assertThat(problem(approval(grant, SECOND))).isEqualTo(AuditProblem.BREAK_GLASS_APPROVAL_EXPIRED);
    }

    @Test
    void anApprovalThatExpiresEndsTheWindowEarly() {
        BreakGlass once = scene.approvedOnce();
        scene.pass(Duration.ofHours(24).minusMinutes(10));
        BreakGlass grant = once.approvedBy(scene.act(SECOND));

        scene.pass(Duration.ofMinutes(10));
        assertThat(use(grant, REQUESTER)).isEmpty();

        scene.pass(A_BIT);
        assertThat(problem(use(grant, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_APPROVAL_EXPIRED);
    }

    @Test
    void theWindowIs30MinutesFromTheSecondApproval() {
        BreakGlass once = scene.approvedOnce();
        scene.pass(Duration.ofHours(2));
        BreakGlass grant = once.approvedBy(scene.act(SECOND));

        scene.pass(Duration.ofMinutes(30));
        assertThat(use(grant, REQUESTER)).isEmpty();

        scene.pass(A_BIT);
        assertThat(problem(use(grant, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_WINDOW_CLOSED);
    }

    @Test
    void itWorksOnce() {
        BreakGlass used = scene.approved().usedBy(scene.act(REQUESTER));

        assertThat(problem(use(used, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_USED);
        assertThat(problem(approval(used, "spare"))).isEqualTo(AuditProblem.BREAK_GLASS_USED);
        assertThat(problem(cancellation(used, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_USED);
    }

    @Test
    void whatWasCancelledIsOver() {
        BreakGlass cancelled = scene.approved().cancelledBy(scene.act(FIRST));

        assertThat(problem(use(cancelled, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_CANCELLED);
        assertThat(problem(cancellation(cancelled, REQUESTER))).isEqualTo(AuditProblem.BREAK_GLASS_CANCELLED);
        assertThat(problem(approval(scene.requested().cancelledBy(scene.act(FIRST)), SECOND)))
                .isEqualTo(AuditProblem.BREAK_GLASS_CANCELLED);
    }

    @Test
    void whoeverMayEndItMayDoSoWhateverSheLacks() {
        scene.does("stranger", StaffRole.SUPPORT);
        scene.does("auditor", StaffRole.AUDITOR);

        for (String person : List.of(REQUESTER, FIRST, SECOND, "spare")) {
            scene.has(person, StandingOf.TRAINING_EXPIRED);
            assertThat(cancellation(scene.approved(), person)).isEmpty();
        }
        for (String person : List.of("stranger", "auditor")) {
            assertThat(cancellation(scene.approved(), person).map(Refusal::problem))
                    .contains(CommonProblem.NOT_FOUND);
        }
    }

    @Test
    void whoIsNeitherPartOfItNorOverseesItDoesNotSeeIt() {
        scene.does("stranger", StaffRole.SUPPORT);
        scene.does("auditor", StaffRole.AUDITOR);

        assertThat(BreakGlassRules.maySee(scene.requested(), scene.acting("stranger")))
                .isFalse();
        for (String person : List.of(REQUESTER, FIRST, SECOND, "spare", "auditor")) {
            assertThat(BreakGlassRules.maySee(scene.requested(), scene.acting(person)))
                    .isTrue();
        }
    }

    @Test
    void itsStateFollowsTheTerms() {
        assertThat(BreakGlassRules.state(scene.requested(), scene.now())).isEqualTo(State.WAITING);
        assertThat(BreakGlassRules.state(scene.approvedOnce(), scene.now())).isEqualTo(State.WAITING);
        BreakGlass approved = scene.approved();
        assertThat(BreakGlassRules.state(approved, scene.now())).isEqualTo(State.APPROVED);
        assertThat(BreakGlassRules.state(approved.cancelledBy(scene.act(FIRST)), scene.now()))
                .isEqualTo(State.CANCELLED);
        assertThat(BreakGlassRules.state(approved.usedBy(scene.act(REQUESTER)), scene.now()))
                .isEqualTo(State.USED);
        BreakGlass requested = scene.requested();
        scene.pass(BreakGlassRules.WINDOW.plus(A_BIT));
        assertThat(BreakGlassRules.state(approved, scene.now())).isEqualTo(State.EXPIRED);
        scene.pass(BreakGlassRules.VALID);
        assertThat(BreakGlassRules.state(requested, scene.now())).isEqualTo(State.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void aClockThatRunsBackwardsOpensNothing(long millisBack, boolean refused) {
        scene.pass(Duration.ofMinutes(1));
        BreakGlass once = scene.approvedOnce();
        BreakGlass twice = scene.approved();
        scene.pass(Duration.ofMillis(-millisBack));

        AuditProblem expected = refused ? AuditProblem.BREAK_GLASS_CLOCK : null;
        assertThat(problem(approval(once, SECOND))).isEqualTo(expected);
        assertThat(problem(use(twice, REQUESTER))).isEqualTo(expected);
    }

    @Test
    void whoWasNotAskedAboutIsInNoStanding() {
        Standings onlyCaller = new Standings(Map.of(REQUESTER, StandingOf.GOOD.at(scene.now(), StaffRole.SUPPORT)));

        Refusal refusal = BreakGlassRules.ofUse(scene.approved(), scene.acting(REQUESTER), onlyCaller, scene.now())
                .orElseThrow();
        assertThat(refusal).isEqualTo(new Refusal(AuditProblem.WORKFORCE_NOT_REGISTERED, "approvals[0]"));
    }

    @Test
    void aRefusalSaysWhoseConditionItIs() {
        assertThat(new Refusal(AuditProblem.WORKFORCE_LEFT, "requester")
                        .exception()
                        .fields())
                .extracting("field", "reason")
                .containsExactly(org.assertj.core.api.Assertions.tuple("requester", "workforce-left"));
        assertThat(Refusal.of(AuditProblem.BREAK_GLASS_USED).exception().fields())
                .isEmpty();
    }

    private Optional<Refusal> take(String step) {
        return switch (step) {
            case "request" -> BreakGlassRules.ofRequest(scene.acting(REQUESTER), scene.standings(), scene.now());
            case "first approval" -> approval(scene.requested(), FIRST);
            case "second approval" -> approval(scene.approvedOnce(), SECOND);
            default -> use(scene.approved(), REQUESTER);
        };
    }

    private Optional<Refusal> approval(BreakGlass grant, String person) {
        return BreakGlassRules.ofApproval(grant, scene.acting(person), scene.standings(), scene.now());
    }

    private Optional<Refusal> cancellation(BreakGlass grant, String person) {
        return BreakGlassRules.ofCancellation(grant, scene.acting(person), scene.now());
    }

    private Optional<Refusal> use(BreakGlass grant, String person) {
        return BreakGlassRules.ofUse(grant, scene.acting(person), scene.standings(), scene.now());
    }

    private static AuditProblem problem(Optional<Refusal> refusal) {
        return refusal.map(found -> (AuditProblem) found.problem()).orElse(null);
    }
}
