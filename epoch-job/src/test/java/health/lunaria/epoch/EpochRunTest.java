package health.lunaria.epoch;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.epoch.KeyFate.Fate;
import health.lunaria.safeguards.encryption.EmptiedEpoch;
import health.lunaria.safeguards.encryption.JobKeyring;
import health.lunaria.safeguards.encryption.KeyringModel;
import health.lunaria.safeguards.encryption.KeysUnavailableException;
import health.lunaria.safeguards.encryption.RealKeys;
import health.lunaria.safeguards.encryption.TurnProgress;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the job over a real keyring with a real KMS, crashed wherever they can be. */
class EpochRunTest {

    private static final int SUBJECTS = 7;
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofDays(14);

    @TempDir
    static Path directory;

    private static RealKeys real;

    private final People people = new People();
    private final List<TurnProgress> told = new ArrayList<>();
    private KeyringModel model;
    private JobKeyring keyring;

    @BeforeAll
    static void start() {
        real = new RealKeys(directory);
        real.emptyKeyring();
    }

    @AfterAll
    static void stop() {
        real.execute("drop schema if exists backup cascade");
        real.close();
    }

    @BeforeEach
    void fillKeyring() {
        real.startAnew();
        keyring = real.jobKeyring();
        model = real.people();
        for (int i = 0; i < SUBJECTS; i++) {
            model.visit(subject(i));
        }
    }

    @AfterEach
    void close() {
        keyring.close();
    }

    @Test
    void opensEmptiesAndAsksForApproval() {
        RunReport report = run(NOW);

        assertThat(report)
                .isEqualTo(new RunReport("cycle-service", 2, true, 1, SUBJECTS, 0, 0, report.keys(), null));
        assertThat(report.keys()).singleElement().satisfies(key -> {
            assertThat(key.fate()).isEqualTo(Fate.WAITING);
            assertThat(key.approvals()).isZero();
            assertThat(key.goneAt()).isNull();
        });
        assertThat(told).isNotEmpty();
        assertThat(people.asked).singleElement().satisfies(asked -> {
            assertThat(asked.number()).isEqualTo(1);
            assertThat(asked.living()).isEqualTo(SUBJECTS);
        });
        model.holds();
    }

    @Test
    void letsTheOldKeyGoOnceTwoHaveAgreed() {
        run(NOW);
        people.agree();

        RunReport report = run(LATER);

        assertThat(report.opened()).isFalse();
        assertThat(onlyKey(report).fate()).isEqualTo(Fate.SCHEDULED);
        assertThat(onlyKey(report).goneAt()).isNotNull();
        assertThat(run(LATER).keys()).isEmpty();
        assertThat(people.asked).hasSize(2);
        model.holds();
    }

    @Test
    void anotherRunDoesNothing() {
        run(NOW);
        int kmsKeys = real.kmsKeys();

        RunReport again = run(LATER);

        assertThat(again.opened()).isFalse();
        assertThat(again.emptied()).isNull();
        assertThat(again.moved()).isZero();
        assertThat(again.isFailed()).isFalse();
        assertThat(real.count("epoch")).isEqualTo(2);
        assertThat(real.kmsKeys()).isEqualTo(kmsKeys);
    }

    @Test
    void anEpochIsNotClosedBeforeItIsOld() {
        assertThat(run(LATER).opened()).isFalse();
        assertThat(real.count("epoch")).isEqualTo(1);

        real.execute("update epoch set opened_at = now() - interval '15 days'");

        assertThat(run(LATER).opened()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "refused", "expired"})
    void withoutApprovalTheOldKeyStays(String state) {
        people.approvals = 1;
        people.state = state;

        RunReport report = run(NOW);

        assertThat(onlyKey(report).fate()).isEqualTo(state.equals("refused") ? Fate.REFUSED : Fate.WAITING);
        assertThat(report.isFailed()).isFalse();
        assertNothingIsScheduled();
    }

    @Test
    void approvalsForAnotherKeyLetNothingGo() {
        people.agree();
        people.otherKey = "arn:aws:kms:eu-west-1:000000000000:key/another";

        RunReport report = run(NOW);

        assertThat(onlyKey(report).fate()).isEqualTo(Fate.REFUSED);
        assertThat(onlyKey(report).refusal()).isEqualTo("another-key");
        assertNothingIsScheduled();
    }

    @Test
    void approvalsThatAreRefusedAtTheLastMomentLetNothingGo() {
        people.agree();
        EpochRun run = new EpochRun("cycle-service", NOW, Clock.systemUTC(), keyring, withdrawn(), told::add);

        RunReport report = await(run.run());

        assertThat(onlyKey(report).refusal()).isEqualTo("key-deletion-refused");
        assertNothingIsScheduled();
    }

    @Test
    void aKeyThatDoesNotOpenIsTold() {
        assertThat(real.execute("update subject_key set wrapped = set_bit(wrapped, 600, 1 - get_bit(wrapped, 600))"
                        + " where subject_ref = (select subject_ref from subject_key order by subject_ref limit 1)"))
                .isEqualTo(1);

        RunReport report = run(NOW);

        assertThat(report.isFailed()).isTrue();
        assertThat(report.left()).isEqualTo(1);
        assertThat(report.broken()).isEqualTo(1);
        assertThat(people.asked).isEmpty();
    }

    @Test
    void noEpochIsOpenedWhileOneIsNotEmptied() {
        whileRefused("update on subject_key", this::fails);

        RunReport report = run(NOW);

        assertThat(report.opened()).isFalse();
        assertThat(report.moved()).isEqualTo(SUBJECTS);
        assertThat(real.count("epoch")).isEqualTo(2);
    }

    /** The key is there, the epoch is not. */
    @Test
    void aKeyOfARunThatCrashedIsFoundAndNotMadeAgain() {
        whileRefused("insert on epoch", this::fails);
        int kmsKeys = real.kmsKeys();

        RunReport report = run(NOW);

        assertThat(report.opened()).isTrue();
        assertThat(real.kmsKeys()).isEqualTo(kmsKeys);
    }

    @Test
    void goesOnAfterACrashBeforeTheProof() {
        whileRefused("delete on shard_key", this::fails);

        RunReport report = run(LATER);

        assertThat(report.emptied()).isEqualTo(1);
        assertThat(report.isFailed()).isFalse();
        assertThat(people.asked).hasSize(1);
    }

    @Test
    void asksInTheNextRunIfAuditServiceIsAway() {
        people.beforeAnswer = () -> {
            throw new IllegalStateException("audit-service is away");
        };
        assertThatIllegalStateException().isThrownBy(() -> run(NOW));
        people.beforeAnswer = () -> {};

        assertThat(onlyKey(run(LATER)).fate()).isEqualTo(Fate.WAITING);
        assertNothingIsScheduled();
    }

    /** They were for once: what the crash wasted is approved anew. */
    @Test
    void asksAnewAfterACrashBetweenTheApprovalsAndTheDeletion() {
        people.agree();
        people.afterRedemption = () -> {
            throw new IllegalStateException("crashed");
        };
        assertThatIllegalStateException().isThrownBy(() -> run(NOW));

        RunReport report = run(LATER);

        assertThat(onlyKey(report).fate()).isEqualTo(Fate.WAITING);
        assertThat(onlyKey(report).approvals()).isZero();
        assertNothingIsScheduled();
    }

    @Test
    void writesDownAfterACrashWhatKmsHasDone() {
        people.agree();
        whileRefused("update of key_gone_at on epoch", this::fails);
        assertNothingIsScheduled();

        RunReport report = run(LATER);

        assertThat(onlyKey(report).fate()).isEqualTo(Fate.SCHEDULED);
        assertThat(people.asked).as("no other approval was needed").hasSize(1);
        assertThat(real.count("epoch where key_gone_at is not null")).isEqualTo(1);
    }

    @Test
    void withoutKmsNothingBegins() {
        real.whileKmsIsAway(() -> assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> run(NOW)));

        assertThat(real.count("epoch")).isEqualTo(1);
        assertThat(run(NOW).opened()).isTrue();
    }

    @Test
    void aKeyringThatWasNeverUsedIsNotBegunByTheJob() {
        real.execute("truncate epoch, shard_key, subject_key, service_key");

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> run(NOW));
        assertThat(real.count("epoch")).isZero();
    }

    @Test
    void oneRunAtATime() {
        people.beforeAnswer = () -> real.count("epoch");
        Uni<RunReport> inside = keyring.alone(() -> newRun(NOW).run());

        assertThatIllegalStateException().isThrownBy(() -> await(inside)).withMessageContaining("Another process");
        assertThat(run(NOW).opened()).as("the lock is given back").isTrue();
    }

    /** What an erasure rests on. */
    @Test
    void aCopyFromBeforeIsDeadAndTheLivingAreNot() {
        real.backUp();
        model.erase(subject(0));
        people.agree();
        run(NOW);
        model.holds();

        real.exchangeWithBackUp();
        model.opensNothing();
        real.exchangeWithBackUp();
        model.visit(subject(SUBJECTS));
        model.holds();
    }

    @Test
    void turnsAgainAndAgain() {
        for (int epoch = 1; epoch <= 3; epoch++) {
            people.agree();
            RunReport report = run(NOW);
            assertThat(report.emptied()).isEqualTo(epoch);
            assertThat(onlyKey(report).fate()).isEqualTo(Fate.SCHEDULED);
        }
        assertThat(real.count("epoch where key_gone_at is not null")).isEqualTo(3);
        model.holds();
    }

    private RunReport run(Duration length) {
        return await(newRun(length).run());
    }

    private EpochRun newRun(Duration length) {
        return new EpochRun("cycle-service", length, Clock.systemUTC(), keyring, people, told::add);
    }

    private Approvals withdrawn() {
        return new Approvals() {
            @Override
            public Uni<Request> request(String service, EmptiedEpoch epoch) {
                return people.request(service, epoch).invoke(() -> people.state = "refused");
            }

            @Override
            public Uni<Redemption> redeem(UUID id) {
                return people.redeem(id);
            }
        };
    }

    private void fails() {
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> run(NOW));
    }

    private static KeyFate onlyKey(RunReport report) {
        assertThat(report.keys()).hasSize(1);
        return report.keys().get(0);
    }

    private static void assertNothingIsScheduled() {
        assertThat(real.count("epoch where key_gone_at is not null")).isZero();
    }

    /** @param change of which the database says that it cannot be */
    private static void whileRefused(String change, Runnable work) {
        real.execute("create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$");
        real.execute("create trigger refuse before " + change + " for each row execute function refuse()");
        try {
            work.run();
        } finally {
            real.execute("drop function refuse cascade");
        }
    }

    /** In two shards. */
    private static SubjectRef subject(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        bytes[0] = (byte) (number % 2);
        return SubjectRef.of(bytes);
    }
}
