package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.Causes;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Hears from the keyring whose key another process erased, and forgets it here at once. For this it keeps one connection. What was
 * told while there was none is not told again: so with each new connection all keys in memory are forgotten. Without any, they
 * last for as long as {@link EncryptionConfig#subjectKeyLifetime} says, and no longer.
 */
@ApplicationScoped
class ErasureListener {

    private static final Logger LOG = Logger.getLogger(ErasureListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final CachingSubjectKeys cache;
    private final AtomicReference<SqlConnection> listening = new AtomicReference<>();

    ErasureListener(@ReactiveDataSource("keyring") Pool pool, CachingSubjectKeys cache) {
        this.pool = pool;
        this.cache = cache;
    }

    /** Listens if it does not, and else asks whether the connection is still one. Never fails. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> listen() {
        SqlConnection connection = listening.get();
        return (connection == null ? connect() : check(connection))
                .onFailure()
                .invoke(failure -> LOG.warnf("Erasures are not heard at once: %s", Causes.describe(failure)))
                .onFailure()
                .recoverWithNull();
    }

    boolean isListening() {
        return listening.get() != null;
    }

    private Uni<Void> connect() {
        return pool.getConnection()
                .chain(connection -> listen(connection)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .call(() -> giveUp(connection)));
    }

    /** Forgets after it listens, not before: between the two an erasure would go unheard. */
    private Uni<Void> listen(SqlConnection connection) {
        PgConnection.cast(connection).notificationHandler(told -> forget(told.getPayload()));
        connection.closeHandler(() -> listening.compareAndSet(connection, null));
        return connection
                .query("listen " + Keyring.ERASURES)
                .execute()
                .invoke(() -> listening.set(connection))
                .invoke(cache::evictAll)
                .replaceWithVoid();
    }

    private Uni<Void> check(SqlConnection connection) {
        return connection
                .query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .call(() -> giveUp(connection))
                .replaceWithVoid();
    }

    private Uni<Void> giveUp(SqlConnection connection) {
        listening.compareAndSet(connection, null);
        return connection.close().ifNoItem().after(PATIENCE).fail().onFailure().recoverWithNull();
    }

    private void forget(String pseudonym) {
        try {
            cache.evict(SubjectRef.of(HexFormat.of().parseHex(pseudonym)));
        } catch (IllegalArgumentException notOne) {
            cache.evictAll();
        }
    }
}
