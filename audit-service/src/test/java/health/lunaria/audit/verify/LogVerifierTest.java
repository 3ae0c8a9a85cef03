package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.OutboxRow.Statement;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier says of logs that are wrong in one way, and how it goes on after it. */
class LogVerifierTest {

    private static final TestLogKey KEY = TestLogKey.number(1);
    private static final TestLog LOG = TestLog.of(600, KEY, 100, 256, 400, 520);

    private static TestLogTables tables;

    private TestVerification verification;

    @BeforeAll
    static void open() {
        tables = new TestLogTables("log_verifier");
        tables.save();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void storeAndVerify() {
        tables.restore();
        verification = new TestVerification(tables, KEY);
        assertThat(verification.run()).isEmpty();
        tables.store(LOG);
        assertThat(verification.run()).isEmpty();
    }

    @Test
    void anEmptyLogIsGood() {
        tables.restore();

        assertThat(new TestVerification(tables, KEY).run()).isEmpty();
    }

    @Test
    void aForkThatTheLogsKeySignedIsKnownByWhatWasSeenBefore() {
        tables.store(LOG.forkedAt(300));

        assertThat(verification.run())
                .containsExactly(new Finding(Kind.LEAVES_CHANGED, 520), new Finding(Kind.CHECKPOINTS_CHANGED, 520));
        assertThat(new TestVerification(tables, KEY).run())
                .as("after a restart")
                .containsExactly(new Finding(Kind.LEAVES_CHANGED, 520), new Finding(Kind.CHECKPOINTS_CHANGED, 520));
    }

    @Test
    void aForkBehindWhatWasSeenHasToBeSignedByTheLog() {
        tables.store(LOG.grownBy(100, 700).signedBy(TestLogKey.number(2)));

        assertThat(verification.run())
                .contains(new Finding(Kind.CHECKPOINT_SIGNATURE, 700), new Finding(Kind.CHECKPOINTS_CHANGED, 520));
    }

    @Test
    void aLogThatWasCutIsKnownByWhatWasSeenBefore() {
        tables.store(LOG.cutTo(400));

        assertThat(verification.run()).contains(new Finding(Kind.LOG_SHRANK, 400));
    }

    @Test
    void aLeafThatWasChangedBeforeItWasPublishedIsFound() {
        tables.sql().change("update log_leaf set leaf = '\\x01' where index = 599");

        assertThat(verification.run()).containsExactly(new Finding(Kind.LEAF_HASH, 599));
    }

    @Test
    void aLeafThatWasTakenAwayBeforeItWasPublishedIsFound() {
        tables.sql().change("delete from log_leaf where index = 550");

        assertThat(verification.run()).containsExactly(new Finding(Kind.LEAF_MISSING, 550));
    }

    @Test
    void hashesOfSubtreesMayBeStoredBeforeTheyArePublished() {
        TestLog grown = LOG.grownBy(200, 790);
        tables.store(grown);
        tables.sql().change("delete from log_checkpoint where size = 790");
        tables.sql().change("update log_publication set size = 520");
        assertThat(verification.run()).isEmpty();

        tables.sql().change("update log_node set hash = sha256(hash) where index = 2");
        assertThat(verification.run()).containsExactly(new Finding(Kind.NODE_HASH, 768));
    }

    @Test
    void aCheckpointThatIsNewerThanWhatIsPublishedIsFound() {
        tables.sql().change("update log_publication set size = 400");
        assertThat(verification.run()).contains(new Finding(Kind.PUBLICATION_SIZE, 400));
    }

    @Test
    void whatTheTablesDidNotAllowIsFoundAsWell() {
        tables.sql().change("alter table log_checkpoint alter note drop not null");
        tables.sql().change("update log_checkpoint set note = null where size = 256");

        assertThat(verification.run())
                .containsExactly(new Finding(Kind.CHECKPOINT_FORM, 256), new Finding(Kind.CHECKPOINTS_CHANGED, 520));
        tables.sql().change("update log_checkpoint set note = '' where note is null");
        tables.sql().change("alter table log_checkpoint alter note set not null");
    }

    @Test
    void findingsStayUntilTheLogIsMendedAndNothingIsForgotten() {
        tables.sql().change("update log_head set size = 0");
        assertThat(verification.run()).containsExactly(new Finding(Kind.HEAD_SIZE, 0));
        assertThat(verification.run()).containsExactly(new Finding(Kind.HEAD_SIZE, 0));
        tables.sql().change("update log_head set size = 600");
        assertThat(verification.run()).isEmpty();

        tables.store(LOG.forkedAt(0));
        assertThat(verification.run()).contains(new Finding(Kind.LEAVES_CHANGED, 520));
    }

    @Test
    void theRecordIsWrittenOnlyWhenThereIsSomethingNew() {
        long revision = revision();
        verification.run();
        assertThat(revision()).isEqualTo(revision);

        tables.store(LOG.grownBy(1, 601));
        verification.run();
        assertThat(revision()).isEqualTo(revision + 1);
    }

    @Test
    void aRecordThatIsGoneOrForgedIsFoundAfterARestart() {
        tables.sql().change("update log_verification set sealed = sealed || '\\x00'");
        assertThat(new TestVerification(tables, KEY).run()).containsExactly(new Finding(Kind.RECORD_FORGED, 0));
        tables.sql().change("update log_verification set sealed = null");
        assertThat(new TestVerification(tables, KEY).run()).containsExactly(new Finding(Kind.RECORD_MISSING, 0));
        tables.sql().change("delete from log_verification");
        assertThat(new TestVerification(tables, KEY).run()).containsExactly(new Finding(Kind.RECORD_MISSING, 0));
    }

    @Test
    void whileItRunsAnOlderRecordIsFoundAndTheNewerOneIsUsed() {
        long revision = revision();
        byte[] old = tables.sql().bytes("select sealed from log_verification");
        TestLog grown = LOG.grownBy(10, 610);
        tables.store(grown);
        assertThat(verification.run()).isEmpty();
        tables.sql().change("update log_verification set revision = ?, sealed = ?", revision, old);
        tables.store(grown.forkedAt(605));

        assertThat(verification.run())
                .contains(new Finding(Kind.RECORD_OLD, 610), new Finding(Kind.LEAVES_CHANGED, 610));
    }

    @Test
    void aRecordUnderANewerNumberIsForged() {
        tables.sql().change("update log_verification set revision = revision + 1");

        assertThat(verification.run()).containsExactly(new Finding(Kind.RECORD_FORGED, 520));
    }

    @Test
    void aLargeLogIsReadAgainPieceByPieceAlsoAcrossRestarts() {
        TestLog large = LOG.grownBy(2500, 3000);
        tables.store(large);
        assertThat(large().run()).isEmpty();
        for (int i = 0; i < 7; i++) {
            assertThat(large().run()).isEmpty();
        }
        tables.sql().change("update log_leaf set integrated_at = now() where index = 2999");

        assertThat(runs(4)).contains(new Finding(Kind.LEAVES_CHANGED, 3000));
    }

    @Test
    void anOutboxThatDeliveredMoreThanTheLogHasOfItIsFoundUntilItIsMended() {
        tables.state(new Statement(605, 601, 4, 600));
        assertThat(verification.run()).containsExactly(new Finding(Kind.OUTBOX_NOT_LOGGED, "cycle-service", 1));

        tables.state(new Statement(605, 600, 5, 600));
        assertThat(verification.run()).isEmpty();
    }

    @Test
    void anOutboxIsComparedWithWhatItSaidBeforeAlsoAfterARestart() {
        tables.state(new Statement(605, 600, 5, 600));
        assertThat(verification.run()).isEmpty();

        tables.state(new Statement(600, 595, 5, 600));
        assertThat(new TestVerification(tables, KEY).run())
                .containsExactly(new Finding(Kind.OUTBOX_SET_BACK, "cycle-service", 5));
        tables.sql().change("truncate outbox_statement");
        assertThat(new TestVerification(tables, KEY).run())
                .containsExactly(new Finding(Kind.OUTBOX_MISSING, "cycle-service", 605));
    }

    @Test
    void anOutboxInThePlaceOfAnotherIsFound() {
        tables.state(new Statement(600, 600, 0, 600));
        assertThat(verification.run()).isEmpty();
        tables.state(new UUID(9, 10), new Statement(0, 0, 0, 0));

        assertThat(verification.run()).containsExactly(new Finding(Kind.OUTBOX_REPLACED, "cycle-service", 1));
    }

    @Test
    void whatIsNotConfirmedIsNotJudged() {
        tables.state(new Statement(600, 600, 0, 1));
        tables.sql().change("update outbox_statement set confirmed = false");

        assertThat(verification.run()).isEmpty();
    }

    @Test
    void sourcesThatDoNotAddUpToTheLogAreFound() {
        tables.sql().change("update log_source set leaves = leaves - 1");
        assertThat(verification.run()).containsExactly(new Finding(Kind.SOURCES_SIZE, 599));
        tables.sql().change("truncate log_source");
        assertThat(verification.run()).containsExactly(new Finding(Kind.SOURCES_SIZE, 0));
    }

    private static TestVerification large() {
        return new TestVerification(tables, KEY, 0, finding -> Uni.createFrom().voidItem());
    }

    private static List<Finding> runs(int most) {
        List<Finding> findings = List.of();
        for (int i = 0; i < most && findings.isEmpty(); i++) {
            findings = large().run();
        }
        return findings;
    }

    private static long revision() {
        return tables.sql().number("select revision from log_verification");
    }
}
