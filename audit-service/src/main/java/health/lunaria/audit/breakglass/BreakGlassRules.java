package health.lunaria.audit.breakglass;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Standing;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.problem.CommonProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * When a step may be taken. A request by support or security needs the approvals of two others, of security or the data
 * protection officer, within {@link #VALID} each; from the second one on, the requester may use it once within {@link
 * #WINDOW}. At each step everybody concerned must be in good {@link Standing} at that moment, and not only when she took
 * hers. Each method returns the first condition that fails; empty if none does. Terms include their last instant.
 */
final class BreakGlassRules {

    /** How long a request waits for its first approval, and how long an approval counts. */
    static final Duration VALID = Duration.ofHours(24);

    /** From the second approval to the last moment of use. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    static final int APPROVALS = 2;

    static final Set<StaffRole> REQUESTERS = Set.of(StaffRole.SUPPORT, StaffRole.SECURITY);
    static final Set<StaffRole> APPROVERS = Set.of(StaffRole.SECURITY, StaffRole.DPO);

    private BreakGlassRules() {}

    static Optional<Refusal> ofRequest(Acting requester, Standings standings, Instant now) {
        return ofCaller(requester, REQUESTERS, standings, now);
    }

    static Optional<Refusal> ofApproval(BreakGlass grant, Acting approver, Standings standings, Instant now) {
        return ofCaller(approver, APPROVERS, standings, now)
                .or(() -> ofState(grant, now))
                .or(() -> ofApprover(grant, approver))
                .or(() -> ofWaiting(grant, now))
                .or(() -> ofPeople(grant, standings, now));
    }

    /** By anybody who may see it: ending it early needs no training. */
    static Optional<Refusal> ofCancellation(BreakGlass grant, Acting acting, Instant now) {
        return mayEnd(grant, acting) ? ofState(grant, now) : Optional.of(Refusal.of(CommonProblem.NOT_FOUND));
    }

    /** Those who are part of it, those who might approve it, and auditors. To others it does not exist. */
    static boolean maySee(BreakGlass grant, Acting acting) {
        return mayEnd(grant, acting) || acting.roles().contains(Roles.AUDITOR);
    }

    private static boolean mayEnd(BreakGlass grant, Acting acting) {
        return grant.people().contains(acting.person())
                || APPROVERS.stream().anyMatch(role -> acting.roles().contains(role.token()));
    }

    static State state(BreakGlass grant, Instant now) {
        if (grant.cancellation() != null) {
            return State.CANCELLED;
        }
        if (grant.use() != null) {
            return State.USED;
        }
        boolean approved = grant.approvals().size() == APPROVALS;
        boolean over = approved ? isUnusable(grant, now) : ofWaiting(grant, now).isPresent();
        if (over) {
            return State.EXPIRED;
        }
        return approved ? State.APPROVED : State.WAITING;
    }

    static Optional<Refusal> ofUse(BreakGlass grant, Acting user, Standings standings, Instant now) {
        return ofCaller(user, REQUESTERS, standings, now)
                .or(() -> ofState(grant, now))
                .or(() -> ofUser(grant, user, now))
                .or(() -> ofPeople(grant, standings, now));
    }

    private static Optional<Refusal> ofCaller(Acting caller, Set<StaffRole> allowed, Standings standings, Instant now) {
        Standing standing = standings.of(caller.person());
        Optional<AuditProblem> lacking = standing.lacks(now);
        if (lacking.isPresent()) {
            return lacking.map(Refusal::of);
        }
        if (!caller.roles().contains(standing.role().token())) {
            return refused(AuditProblem.WORKFORCE_ROLE_MISSING);
        }
        return allowed.contains(standing.role()) ? Optional.empty() : refused(AuditProblem.BREAK_GLASS_ROLE);
    }

    /** A clock that runs backwards would make every term longer. */
    private static Optional<Refusal> ofState(BreakGlass grant, Instant now) {
        if (grant.cancellation() != null) {
            return refused(AuditProblem.BREAK_GLASS_CANCELLED);
        }
        if (grant.use() != null) {
            return refused(AuditProblem.BREAK_GLASS_USED);
        }
        return now.isBefore(grant.lastAt()) ? refused(AuditProblem.BREAK_GLASS_CLOCK) : Optional.empty();
    }

    private static Optional<Refusal> ofApprover(BreakGlass grant, Acting approver) {
        if (grant.request().person().equals(approver.person())) {
            return refused(AuditProblem.BREAK_GLASS_OWN_REQUEST);
        }
        if (grant.isApprovedBy(approver.person())) {
            return refused(AuditProblem.BREAK_GLASS_ALREADY_APPROVED_BY_YOU);
        }
        return grant.approvals().size() < APPROVALS
                ? Optional.empty()
                : refused(AuditProblem.BREAK_GLASS_APPROVALS_COMPLETE);
    }

    private static Optional<Refusal> ofWaiting(BreakGlass grant, Instant now) {
        if (grant.approvals().isEmpty()) {
            return isOver(grant.request().at(), VALID, now)
                    ? refused(AuditProblem.BREAK_GLASS_REQUEST_EXPIRED)
                    : Optional.empty();
        }
        return ofAge(grant, now);
    }

    private static Optional<Refusal> ofUser(BreakGlass grant, Acting user, Instant now) {
        if (!grant.request().person().equals(user.person())) {
            return refused(AuditProblem.BREAK_GLASS_NOT_REQUESTER);
        }
        if (grant.approvals().size() < APPROVALS) {
            return refused(AuditProblem.BREAK_GLASS_NOT_APPROVED);
        }
        return ofWindow(grant, now).or(() -> ofAge(grant, now));
    }

    private static boolean isUnusable(BreakGlass grant, Instant now) {
        return ofWindow(grant, now).or(() -> ofAge(grant, now)).isPresent();
    }

    private static Optional<Refusal> ofWindow(BreakGlass grant, Instant now) {
        return isOver(grant.approvals().get(APPROVALS - 1).at(), WINDOW, now)
                ? refused(AuditProblem.BREAK_GLASS_WINDOW_CLOSED)
                : Optional.empty();
    }

    private static Optional<Refusal> ofAge(BreakGlass grant, Instant now) {
        return grant.approvals().stream().anyMatch(approval -> isOver(approval.at(), VALID, now))
                ? refused(AuditProblem.BREAK_GLASS_APPROVAL_EXPIRED)
                : Optional.empty();
    }

    /** Those who took the earlier steps must be in good standing still, and in a role that allows them. */
    private static Optional<Refusal> ofPeople(BreakGlass grant, Standings standings, Instant now) {
        Optional<Refusal> found = ofPerson("requester", grant.request(), REQUESTERS, standings, now);
        for (int i = 0; found.isEmpty() && i < grant.approvals().size(); i++) {
            found = ofPerson("approvals[" + i + "]", grant.approvals().get(i), APPROVERS, standings, now);
        }
        return found;
    }

    private static Optional<Refusal> ofPerson(
            String who, Act act, Set<StaffRole> allowed, Standings standings, Instant now) {
        Standing standing = standings.of(act.person());
        return standing.lacks(now)
                .or(() -> allowed.contains(standing.role())
                        ? Optional.empty()
                        : Optional.of(AuditProblem.BREAK_GLASS_ROLE))
                .map(problem -> new Refusal(problem, who));
    }

    private static boolean isOver(Instant from, Duration term, Instant now) {
        return now.isAfter(from.plus(term));
    }

    private static Optional<Refusal> refused(AuditProblem problem) {
        return Optional.of(Refusal.of(problem));
    }
}
