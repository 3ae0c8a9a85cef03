package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    /** Connection lost; disk full, out of memory, too many connections; shut down, crashed, starting; a lock not had in time. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "57014", "55P03"})
    void whatPasses(String sqlState) {
        assertThat(Outages.isOne(refused(sqlState))).isTrue();
        assertThat(Outages.isOne(new CompletionException(new IllegalStateException(refused(sqlState)))))
                .isTrue();
    }

    /** A row that is there already, a constraint, a syntax error, no right, a thing in use, a damaged file. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42601", "42501", "55006", "XX001"})
    void whatIsAMistakeOfOurs(String sqlState) {
        assertThat(Outages.isOne(refused(sqlState))).isFalse();
    }

    @Test
    void partsThatDoNotAnswerAreAway() {
        assertThat(Outages.isOne(new ConnectException())).isTrue();
        assertThat(Outages.isOne(new TimeoutException())).isTrue();
        assertThat(Outages.isOne(ClosedConnectionException.INSTANCE)).isTrue();
    }

    @Test
    void whatCannotBeReadOrWrittenAsJsonIsNoOutage() {
        assertThat(Outages.isOne(new JsonParseException(null, "no"))).isFalse();
        assertThat(Outages.isOne(new IllegalArgumentException())).isFalse();
    }

    /** A cycle of causes must not keep anybody. */
    @Test
    void theSearchForACauseEnds() {
        IllegalStateException one = new IllegalStateException();
        IllegalStateException other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(Outages.isOne(one)).isFalse();
    }

    private static PgException refused(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, null);
    }
}
