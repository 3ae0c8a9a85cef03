package health.lunaria.audit.workforce;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Which members there are, and when what they proved expires. */
@ApplicationScoped
class ExpiryRows {

    private static final String DELETE = "delete from workforce_expiry where subject_ref = ?1";
    private static final String INSERT =
            "insert into workforce_expiry (subject_ref, proof, expires_at, policies) values (?1, ?2, ?3, ?4)";
    private static final String OUTDATE =
            "update workforce_expiry set expires_at = $1 where proof = 'policy' and policies = $2 and expires_at > $1";

    /** Of the reminders that are due, the one nearest to the expiry: whoever is late is not reminded twice at once. */
    private static final String REMIND = """
        insert into workforce_reminder (subject_ref, proof, expires_at, days, made_at)
        select e.subject_ref, e.proof, e.expires_at, min(d.days), $1
        from workforce_expiry e
        join (values (30), (7), (0)) as d (days) on e.expires_at - make_interval(days => d.days) <= $1
        group by e.subject_ref, e.proof, e.expires_at
        on conflict do nothing
        returning days
        """;

    private static final String REMINDED = """
        select m.id, m.subject_ref, r.proof, r.expires_at, min(r.days) as days
        from workforce_reminder r
        join workforce_expiry e using (subject_ref, proof, expires_at)
        join workforce_member m using (subject_ref)
        group by m.id, m.subject_ref, r.proof, r.expires_at
        order by r.expires_at
        limit $1
        """;
    private static final String MEMBERS =
            "select id, subject_ref from workforce_member where id > $1 order by id limit $2";

    private final Pool pool;

    ExpiryRows(Pool pool) {
        this.pool = pool;
    }

    /** A member's row. */
    record Place(UUID id, SubjectRef ref) {}

    /** @param days the last reminder: 30, 7 or 0 before the expiry */
    record Reminder(SubjectRef ref, Proof.Kind proof, Instant expiresAt, int days) {}

    /** Writes anew what of hers expires when, in the current Hibernate transaction. Of who left, nothing does. */
    Uni<Void> follow(SubjectRef ref, Member member, Instant outdatedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE)
                        .setParameter(1, ref.bytes())
                        .executeUpdate())
                .chain(() -> insert(ref, member, Proof.Kind.TRAINING, null))
                .chain(() -> insert(ref, member, Proof.Kind.POLICY, outdatedAt));
    }

    private static Uni<Void> insert(SubjectRef ref, Member member, Proof.Kind kind, Instant outdatedAt) {
        Proof proof = member.proof(kind);
        if (proof == null || member.leftOn() != null) {
            return Uni.createFrom().voidItem();
        }
        boolean sooner = outdatedAt != null && outdatedAt.isBefore(proof.expiresAt());
        Instant expiresAt = sooner ? outdatedAt : proof.expiresAt();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, ref.bytes())
                        .setParameter(2, kind.name().toLowerCase(Locale.ROOT))
                        .setParameter(3, expiresAt.atOffset(ZoneOffset.UTC))
                        .setParameter(4, kind == Proof.Kind.POLICY ? proof.of() : null)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Lets the acknowledgements of a set of policies expire no later than this. */
    Uni<Void> outdate(String policies, Instant at) {
        return pool.preparedQuery(OUTDATE)
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC), policies))
                .replaceWithVoid();
    }

    /**
     * Makes the reminders that are due and were not made before.
     *
     * @return for each of them, how many days before the expiry it counts
     */
    Uni<List<Integer>> remind(Instant now) {
        return pool.preparedQuery(REMIND)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<Integer> days = new ArrayList<>(rows.size());
                    rows.forEach(row -> days.add(row.getShort("days").intValue()));
                    return days;
                });
    }

    /** The last reminder of each proof that was not renewed since, the earliest expiry first. */
    Uni<List<Reminder>> reminded(int limit) {
        return pool.preparedQuery(REMINDED).execute(Tuple.of(limit)).map(ExpiryRows::reminders);
    }

    Uni<List<Place>> membersAfter(UUID id, int limit) {
        return pool.preparedQuery(MEMBERS).execute(Tuple.of(id, limit)).map(rows -> {
            List<Place> places = new ArrayList<>(rows.size());
            rows.forEach(row -> places.add(new Place(row.getUUID("id"), ref(row))));
            return places;
        });
    }

    private static List<Reminder> reminders(RowSet<Row> rows) {
        List<Reminder> reminders = new ArrayList<>(rows.size());
        rows.forEach(row -> reminders.add(new Reminder(
                ref(row),
                Proof.Kind.valueOf(row.getString("proof").toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getShort("days"))));
        return reminders;
    }

    private static SubjectRef ref(Row row) {
        return SubjectRef.of(row.getBuffer("subject_ref").getBytes());
    }
}
