package health.lunaria.audit.blastradius;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what the log says in clear: that there was an access, when, and under which pseudonym its person is known. */
@ApplicationScoped
class BlastRadiusRows {

    private static final String COUNTS = """
            select count(*), count(subject_ref), count(distinct subject_ref) from (
                select e.subject_ref from log_leaf l left join access_event e on e.index = l.index
                where l.event_id >= ?1 and l.event_id < ?2 limit ?3) looked_at
            """;
    private static final String REFS = """
            select distinct e.subject_ref from log_leaf l join access_event e on e.index = l.index
            where l.event_id >= ?1 and l.event_id < ?2 order by e.subject_ref limit ?3
            """;

    Uni<BlastRadius> of(TimeRange range) {
        return counts(range).chain(counts -> refs(range).map(refs -> radius(counts, refs)));
    }

    private static Uni<Object[]> counts(TimeRange range) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter(1, range.first())
                        .setParameter(2, range.end())
                        .setParameter(3, BlastRadius.MOST_EVENTS)
                        .getSingleResult());
    }

    private static Uni<List<byte[]>> refs(TimeRange range) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REFS, byte[].class)
                        .setParameter(1, range.first())
                        .setParameter(2, range.end())
                        .setParameter(3, BlastRadius.MOST_REFS)
                        .getResultList());
    }

    private static BlastRadius radius(Object[] counts, List<byte[]> refs) {
        long leaves = (long) counts[0];
        long events = (long) counts[1];
        long persons = (long) counts[2];
        boolean complete = leaves < BlastRadius.MOST_EVENTS && persons == refs.size();
        return new BlastRadius(
                events,
                leaves - events,
                persons,
                refs.stream().map(SubjectRef::of).toList(),
                complete);
    }
}
