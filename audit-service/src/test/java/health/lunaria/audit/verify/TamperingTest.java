package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Somebody edits the database by hand: each edit is found by the next run, whatever it is and wherever it is, by a process
 * that was started after it.
 */
class TamperingTest {

    private static final TestLogKey KEY = TestLogKey.number(1);
    private static final TestLog LOG =
            TestLog.of(820, KEY, 1, 2, 17, 100, 255, 256, 257, 300, 511, 512, 600, 699, 768, 800, 811);

    private static TestLogTables tables;

    @BeforeAll
    static void verifyTheLogOnce() {
        tables = new TestLogTables("tampering");
        tables.store(LOG);
        tables.state(new OutboxRow.Statement(LOG.size() + 3, LOG.size() - 2, 5, LOG.size()));
        assertThat(new TestVerification(tables, KEY).run()).isEmpty();
        tables.save();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @AfterEach
    void mend() {
        tables.restore();
        assertThat(new TestVerification(tables, KEY).run()).isEmpty();
    }

    @RepeatedTest(100)
    void oneEditIsFound(RepetitionInfo repetition) {
        int number = repetition.getCurrentRepetition();
        Edit edit = Edit.values()[number % Edit.values().length];
        edit.doTo(tables, LOG, new Random(number));

        assertThat(new TestVerification(tables, KEY).run())
                .as("%s, %d", edit, number)
                .isNotEmpty();
    }

    @Test
    void nothingIsFoundInALogThatOnlyGrew() {
        tables.store(LOG.grownBy(300, 1000).grownBy(1, 1100));
        TestVerification verification = new TestVerification(tables, KEY);

        assertThat(verification.run()).isEmpty();
        assertThat(verification.run()).isEmpty();
        assertThat(verification.meter("size")).isEqualTo(1100);
    }
}
