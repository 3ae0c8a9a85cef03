package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells failures of a part that a request needs (the database is away, overloaded or too slow) from mistakes of ours: the
 * former will pass, and asking again later helps.
 */
final class Outages {

    private static final int MAX_CAUSES = 10;

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** SQLSTATE: a lock was not to be had in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Outages() {}

    static boolean isOne(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        if (cause instanceof PgException refused && refused.getSqlState() != null) {
            String state = refused.getSqlState();
            return state.equals(LOCK_NOT_AVAILABLE) || CLASSES.contains(state.substring(0, 2));
        }
        // Jackson's exceptions are IOExceptions, too: what cannot be written as JSON is a mistake of ours.
        return cause instanceof IOException && !(cause instanceof JacksonException)
                || cause instanceof TimeoutException
                || cause instanceof ClosedConnectionException;
    }
}
