package health.lunaria.audit.workforce;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.policy.Policies;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.document.SealedDocument;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps the register of the workforce: each call is one transaction with its audit record, about the member, in it. */
@ApplicationScoped
class MemberService {

    private static final SealedDocument<Member> MEMBER = SealedDocument.of("workforce_member", 1, Member.class);

    private final ExpiryRows expiries;
    private final Policies policies;
    private final Auditor auditor;

    MemberService(ExpiryRows expiries, Policies policies, Auditor auditor) {
        this.expiries = expiries;
        this.policies = policies;
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Optional<Versioned<Member>>> find(SubjectKey key, Actor by) {
        return MEMBER.find(key)
                .call(found -> found.isPresent()
                        ? auditor.record(found.get().value().subject(), by, "audit.workforce.read")
                        : Uni.createFrom().voidItem());
    }

    /** How she stands; no access of its own, but part of the step that it is asked for. */
    @WithSession
    Uni<Standing> standing(SubjectKey key) {
        return MEMBER.find(key)
                .map(found -> found.map(document -> document.value().standing(policies))
                        .orElse(Standing.NONE));
    }

    /** Writes who she is if the precondition holds; what she proved before stays. */
    @WithTransaction
    Uni<Versioned<Member>> put(SubjectKey key, Member member, Precondition precondition, Actor by) {
        return MEMBER.find(key)
                .map(found ->
                        found.map(before -> member.withProofsOf(before.value())).orElse(member))
                .chain(whole -> write(key, whole, precondition, by, "audit.workforce.write"));
    }

    /** Writes what she proved, in the place of what she proved before. */
    @WithTransaction
    Uni<Versioned<Member>> prove(SubjectKey key, Proof.Kind kind, Proof proof, Actor by) {
        return MEMBER.find(key)
                .map(found -> found.orElseThrow(MemberService::notRegistered))
                .chain(before -> write(
                        key,
                        before.value().with(kind, proof),
                        new Precondition(before.version()),
                        by,
                        "audit.workforce.prove"));
    }

    private Uni<Versioned<Member>> write(
            SubjectKey key, Member member, Precondition precondition, Actor by, String action) {
        return MEMBER.put(key, member, precondition)
                .call(() -> expiries.follow(
                        key.subject(), member, member.standing(policies).outdatedAt()))
                .call(() -> auditor.record(member.subject(), by, action));
    }

    static ProblemException notRegistered() {
        return new ProblemException(AuditProblem.WORKFORCE_NOT_REGISTERED);
    }
}
