package health.lunaria.profile.activity;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Months in the current transaction; a month is its first day. */
@ApplicationScoped
class ActivityRows {

    private static final String NOTED =
            "select count(*) from account_activity where subject_ref = ?1 and seen_in >= ?2 and noticed_at is null";
    private static final String SEEN = "select seen_in from account_activity where subject_ref = ?1";
    private static final String WRITE = """
            insert into account_activity (id, subject_ref, seen_in, sealed) values (?1, ?2, ?3, ?4)
            on conflict (subject_ref) do update
            set seen_in = greatest(account_activity.seen_in, excluded.seen_in), noticed_at = null
            """;
    private static final String COUNT = "select count(*) from account_activity where seen_in < ?1";
    private static final String NOTICE = """
            update account_activity set noticed_at = ?2 where id in (
                select id from account_activity where seen_in < ?1 and noticed_at is null
                order by seen_in limit ?3 for update skip locked)
            """;
    private static final String ABSENT = """
            select id, subject_ref, sealed from account_activity where seen_in < ?1 and noticed_at < ?2
                and exists (select from account_link where account_link.subject_ref = account_activity.subject_ref)
            order by seen_in, id limit ?3 for update skip locked
            """;
    private static final String REMOVE = "delete from account_activity where subject_ref = ?1";

    Uni<Boolean> isNoted(SubjectRef ref, LocalDate month) {
        return number(NOTED, ref.bytes(), month).map(count -> count > 0);
    }

    /** {@code null} if there is none. */
    Uni<LocalDate> seenIn(SubjectRef ref) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SEEN, LocalDate.class)
                        .setParameter(1, ref.bytes())
                        .getSingleResultOrNull());
    }

    Uni<Void> insertOrMove(UUID id, SubjectRef ref, LocalDate month, byte[] sealed) {
        return change(WRITE, id, ref.bytes(), month, sealed).replaceWithVoid();
    }

    /** Before this month. */
    Uni<Long> countUnseenSince(LocalDate month) {
        return number(COUNT, month);
    }

    Uni<Integer> notice(LocalDate month, Instant now, int most) {
        return change(NOTICE, month, now, most);
    }

    Uni<List<ActivityRow>> absent(LocalDate month, Instant noticedBefore, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ABSENT, Object[].class)
                        .setParameter(1, month)
                        .setParameter(2, noticedBefore)
                        .setParameter(3, most)
                        .getResultList())
                .map(found -> found.stream()
                        .map(row -> new ActivityRow((UUID) row[0], (byte[]) row[1], (byte[]) row[2]))
                        .toList());
    }

    Uni<Void> remove(SubjectRef ref) {
        return change(REMOVE, (Object) ref.bytes()).replaceWithVoid();
    }

    private static Uni<Long> number(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getSingleResult();
        });
    }

    private static Uni<Integer> change(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }
}
