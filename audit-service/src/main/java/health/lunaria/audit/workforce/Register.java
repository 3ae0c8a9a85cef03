package health.lunaria.audit.workforce;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.Precondition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes members, each with her own key in hand. */
@ApplicationScoped
class Register {

    private static final int PAGE = 100;

    private final Workforce workforce;
    private final SubjectKeys keys;
    private final MemberService members;
    private final ExpiryRows rows;

    Register(Workforce workforce, SubjectKeys keys, MemberService members, ExpiryRows rows) {
        this.workforce = workforce;
        this.keys = keys;
        this.members = members;
        this.rows = rows;
    }

    Uni<Optional<Versioned<Member>>> find(String person, Actor by) {
        return find(workforce.ref(person), by);
    }

    Uni<Versioned<Member>> put(Member member, Precondition precondition, Actor by) {
        return keys.using(workforce.ref(member.person()), key -> members.put(key, member, precondition, by));
    }

    /** Fails with {@code workforce-not-registered} (403) if the register does not know her. */
    Uni<Versioned<Member>> prove(String person, Proof.Kind kind, Proof proof, Actor by) {
        return keys.usingExisting(workforce.ref(person), key -> members.prove(key, kind, proof, by))
                .map(found -> found.orElseThrow(MemberService::notRegistered));
    }

    Uni<MemberPage> after(UUID id, Actor by) {
        return rows.membersAfter(id, PAGE + 1)
                .chain(places -> open(places.subList(0, Math.min(places.size(), PAGE)), by)
                        .map(members -> new MemberPage(
                                members,
                                places.size() > PAGE ? places.get(PAGE - 1).id() : null)));
    }

    private Uni<List<Member>> open(List<ExpiryRows.Place> places, Actor by) {
        return Multi.createFrom()
                .iterable(places)
                .onItem()
                .transformToUniAndConcatenate(place -> find(place.ref(), by))
                .select()
                .where(Optional::isPresent)
                .map(found -> found.get().value())
                .collect()
                .asList();
    }

    /** Those of whom the register knows nothing any more are left out: a page may have fewer than there is room for. */
    Uni<ExpiryPage> expiring(ExpiryPosition after, Actor by) {
        return rows.reminded(after, PAGE + 1).chain(found -> {
            ExpiryPosition last = found.size() > PAGE ? found.get(PAGE - 1).position() : null;
            return items(found.subList(0, Math.min(found.size(), PAGE)), by).map(items -> new ExpiryPage(items, last));
        });
    }

    private Uni<List<ExpiringResponse.Item>> items(List<ExpiryRows.Reminder> reminders, Actor by) {
        return Multi.createFrom()
                .iterable(reminders)
                .onItem()
                .transformToUniAndConcatenate(reminder ->
                        find(reminder.ref(), by).map(found -> found.map(document -> item(document.value(), reminder))))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<Versioned<Member>>> find(SubjectRef ref, Actor by) {
        return keys.usingExisting(ref, key -> members.find(key, by)).map(found -> found.flatMap(document -> document));
    }

    private static ExpiringResponse.Item item(Member member, ExpiryRows.Reminder reminder) {
        return new ExpiringResponse.Item(member.person(), reminder.proof(), reminder.expiresAt(), reminder.days());
    }
}
