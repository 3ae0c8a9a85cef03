package health.lunaria.safeguards.erasure;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Deletes what the database holds of a person, and remembers that it did. Each call is one transaction with its record for the log
 * in it: under a name that belongs to the erasure and not to her, so that the entry can be shown and names nobody.
 */
@ApplicationScoped
class ErasedRows {

    private static final String BEGIN = """
            insert into erasure (id, subject_ref, remarks) values (?1, ?2, ?3) on conflict do nothing
            """;
    private static final String FINISH = """
            update erasure set erased_at = ?2 where id = ?1 and erased_at is null
            """;
    private static final String FIND = "select erased_at, remarks from erasure where id = ?1";
    private static final Actor CONDUCTOR = Actor.service("profile-service");

    private final SubjectData data;
    private final Instance<StoredFiles> files;
    private final Auditor auditor;
    private final String service;
    private final Clock clock = Clock.systemUTC();

    ErasedRows(
            SubjectData data,
            Instance<StoredFiles> files,
            Auditor auditor,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.data = data;
        this.files = files;
        this.auditor = auditor;
        this.service = service.substring(0, service.indexOf('-'));
    }

    /** An erasure that was begun or done here. */
    @WithTransaction
    Uni<Optional<Erased>> find(UUID erasure) {
        return read(erasure);
    }

    @WithTransaction
    Uni<Void> begin(UUID erasure, SubjectRef subject, List<Remark> remarks) {
        String names = remarks.stream().map(Remark::name).collect(joining(","));
        return execute(BEGIN, erasure, subject.bytes(), names)
                .call(added -> record(added, erasure, "begin"))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Erased> finish(UUID erasure, SubjectRef subject) {
        return deleteAll(subject)
                .chain(() -> execute(FINISH, erasure, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .call(changed -> record(changed, erasure, "done"))
                .chain(() -> read(erasure))
                .map(Optional::orElseThrow);
    }

    @WithTransaction
    Uni<Long> delete(List<SubjectRef> subjects) {
        return Multi.createFrom()
                .iterable(subjects)
                .onItem()
                .transformToUniAndConcatenate(this::deleteAll)
                .collect()
                .with(summingLong(Long::longValue));
    }

    private Uni<Void> record(int changed, UUID erasure, String what) {
        return changed == 0
                ? Uni.createFrom().voidItem()
                : auditor.record(ErasureName.of(erasure), CONDUCTOR, service + ".erasure." + what);
    }

    private Uni<Long> deleteAll(SubjectRef subject) {
        Uni<Long> removed = files.isResolvable()
                ? files.get().removeAll(subject).map(Integer::longValue)
                : Uni.createFrom().item(0L);
        return removed.chain(count -> Multi.createFrom()
                .iterable(data.tables())
                .onItem()
                .transformToUniAndConcatenate(
                        table -> execute("delete from " + table + " where subject_ref = ?1", (Object) subject.bytes()))
                .collect()
                .with(summingLong(Integer::longValue))
                .map(rows -> rows + count));
    }

    private static Uni<Integer> execute(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session ->
                        bound(session.createNativeQuery(sql), parameters).executeUpdate());
    }

    private static Uni<Optional<Erased>> read(UUID erasure) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter(1, erasure)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(ErasedRows::erased));
    }

    private static Erased erased(Object[] row) {
        String names = (String) row[1];
        List<Remark> remarks = names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Remark::valueOf).toList();
        Instant at = row[0] == null ? null : ((OffsetDateTime) row[0]).toInstant();
        return new Erased(at, remarks);
    }

    private static Mutiny.MutationQuery bound(Mutiny.MutationQuery query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
