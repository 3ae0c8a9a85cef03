package health.lunaria.safeguards.revision;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the changes of each subject, from 1. */
@ApplicationScoped
public class Revisions {

    private static final String NEXT = """
            insert into revision (subject_ref, current) values (?1, 1)
            on conflict (subject_ref) do update set current = revision.current + 1
            returning current
            """;

    /**
     * The subject's next revision. Holds her lock to the end of the transaction, so that two writers of the same person
     * follow one another. Call it first in a {@code @WithTransaction} method that reads and then writes.
     */
    public Uni<Long> next(SubjectRef subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Long.class)
                        .setParameter(1, subject.bytes())
                        .getSingleResult());
    }
}
