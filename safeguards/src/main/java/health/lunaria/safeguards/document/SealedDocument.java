package health.lunaria.safeguards.document;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A table with one sealed document per subject, which is read and written whole. Its columns are {@code id}, {@code
 * subject_ref} (unique), {@code version} and {@code sealed}. Thread-safe; one constant per table, used in transactions of
 * the caller, who records the access.
 *
 * <p>Each write is a single statement that checks its own precondition, so two writers at once cannot both succeed.
 *
 * @param <T> what the document says, a record
 */
public final class SealedDocument<T> {

    private static final Pattern TABLE = Pattern.compile("[a-z]+(_[a-z]+)*");

    private final SealedColumn<T> column;
    private final String select;
    private final String insert;
    private final String update;

    private SealedDocument(String table, int schemaVersion, Class<T> type) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("the name of a table stands in statements as it is");
        }
        column = SealedColumn.of(table, "sealed", schemaVersion, type);
        select = "select version, sealed from " + table + " where subject_ref = ?1";
        insert = "insert into " + table + " (id, subject_ref, version, sealed) values (?1, ?2, 1, ?3)"
                + " on conflict (subject_ref) do nothing";
        update = "update " + table + " set version = ?1, sealed = ?2 where subject_ref = ?3 and version = ?4";
    }

    /**
     * @param table a constant
     * @param schemaVersion version of the type's shape, as for any {@link SealedColumn}
     */
    public static <T> SealedDocument<T> of(String table, int schemaVersion, Class<T> type) {
        return new SealedDocument<>(table, schemaVersion, type);
    }

    /**
     * The document of the key's subject; empty before the first one is written.
     *
     * @throws SealBrokenException as failure of the result, if what is stored does not open
     */
    public Uni<Optional<Versioned<T>>> find(SubjectKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(select, Object[].class)
                        .setParameter(1, key.subject().bytes())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> open(key, (long) found[0], (byte[]) found[1])));
    }

    /**
     * Stores the document if the precondition holds, else the result fails with {@code stale} (412).
     *
     * @return the document with its new version
     */
    public Uni<Versioned<T>> put(SubjectKey key, T value, Precondition precondition) {
        Versioned<T> next = new Versioned<>(value, precondition.version() + 1);
        byte[] sealed = seal(key, next);
        Uni<Integer> written = precondition.isToCreate()
                ? insert(key.subject(), sealed)
                : update(key.subject(), next.version(), sealed);
        return written.invoke(SealedDocument::failIfStale).replaceWith(next);
    }

    byte[] seal(SubjectKey key, Versioned<T> document) {
        return column.seal(key, Locator.NONE, document.version(), document.value());
    }

    Versioned<T> open(SubjectKey key, long version, byte[] sealed) {
        return new Versioned<>(column.open(key, Locator.NONE, version, sealed), version);
    }

    private Uni<Integer> insert(SubjectRef subject, byte[] sealed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(insert)
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, subject.bytes())
                        .setParameter(3, sealed)
                        .executeUpdate());
    }

    private Uni<Integer> update(SubjectRef subject, long version, byte[] sealed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(update)
                        .setParameter(1, version)
                        .setParameter(2, sealed)
                        .setParameter(3, subject.bytes())
                        .setParameter(4, version - 1)
                        .executeUpdate());
    }

    private static void failIfStale(int written) {
        if (written == 0) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }
}
