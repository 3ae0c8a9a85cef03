package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static health.lunaria.safeguards.encryption.RealKeys.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns the epoch of a real keyring with a real KMS. */
class EpochTurnTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);
    private static final int SUBJECTS = 7;

    @TempDir
    static Path directory;

    private static RealKeys real;
    private EpochTurn turn;
    private KeyringModel model;

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
        turn = real.turn(real.kms);
        model = new KeyringModel(real.subjectKeys(), real.erasure());
        for (int i = 0; i < SUBJECTS; i++) {
            model.visit(subject(i));
        }
    }

    @Test
    void movesEveryKeyAndTellsHowFarItIs() {
        List<TurnProgress> told = new ArrayList<>();
        open();

        TurnProgress end = await(turn.empty(told::add));

        assertThat(end).isEqualTo(new TurnProgress(1, SUBJECTS, 0, 0, true));
        assertThat(told).last().isEqualTo(end);
        assertThat(told)
                .hasSizeGreaterThan(3)
                .extracting(TurnProgress::rewrapped)
                .isSorted();
        assertThat(told.subList(0, told.size() - 1)).noneMatch(TurnProgress::emptied);
        assertThat(leftBelow(1)).isZero();
        assertThat(real.count("epoch where emptied_at is not null")).isEqualTo(1);
        assertThat(real.count("shard_key where epoch = 1")).isZero();
        model.holds();
    }

    @Test
    void newKeysAreMadeInTheNewEpochWhileTheOldOneIsReadable() {
        open();

        model.visit(subject(SUBJECTS));

        assertThat(real.count("subject_key where epoch = 2")).isEqualTo(1);
        assertThat(leftBelow(1)).isEqualTo(SUBJECTS);
        model.holds();
    }

    @Test
    void theServicesOwnKeysMoveAndStayWhatTheyAre() {
        ServiceKeys before = serviceKeys();
        open();

        TurnProgress end = finish();
        letGo(1);
        ServiceKeys after = serviceKeys();

        assertThat(end.rewrapped()).isEqualTo(SUBJECTS + Purpose.values().length);
        assertThat(real.count("service_key where epoch = 2")).isEqualTo(Purpose.values().length);
        assertThat(Purpose.values())
                .allSatisfy(purpose -> assertThat(after.get(purpose).mac(MESSAGE))
                        .isEqualTo(before.get(purpose).mac(MESSAGE)));
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        String kmsKey = real.newKmsKey();

        assertThat(await(turn.open(kmsKey))).isEqualTo(2);
        assertThat(await(turn.open(kmsKey))).isEqualTo(2);
        assertThat(real.count("epoch")).isEqualTo(2);
    }

    @Test
    void twoThatOpenAtOnceOpenOneEpoch() {
        String kmsKey = real.newKmsKey();
        List<Uni<Integer>> both = List.of(turn.open(kmsKey), real.turn(real.kms).open(kmsKey));

        assertThat(await(Uni.join().all(both).andFailFast())).containsExactly(2, 2);
        assertThat(real.count("epoch")).isEqualTo(2);
    }

    @Test
    void opensNoThirdEpochBeforeTheFirstIsEmptied() {
        open();

        assertThatIllegalStateException().isThrownBy(this::open);
        assertThat(real.count("epoch")).isEqualTo(2);

        finish();
        open();
        assertThat(finish().epoch()).isEqualTo(2);
        assertThat(real.count("subject_key where epoch = 3")).isEqualTo(SUBJECTS);
    }

    @Test
    void opensNoEpochWithAKeyThatServedOne() {
        String first = await(real.keyring.openEpoch()).kmsKeyId();
        open();
        finish();

        assertThatIllegalStateException().isThrownBy(() -> await(turn.open(first)));
        assertThat(real.count("epoch")).isEqualTo(2);
    }

    @Test
    void opensNoEpochWithAKeyThatNobodyCanUse() {
        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> await(turn.open("arn:aws:kms:eu-west-1:000000000000:key/none")));
        real.whileKmsIsAway(
                () -> assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(this::open));

        assertThat(real.count("epoch where closed_at is null")).isEqualTo(1);
        model.visit(subject(SUBJECTS));
    }

    @Test
    void theOldEpochStaysOpenIfTheNewOneCannotBeStored() {
        whileRefused(
                "insert on epoch",
                () -> assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(this::open));

        assertThat(real.count("epoch where epoch = 1 and closed_at is null")).isEqualTo(1);
    }

    @Test
    void anEpochIsNotEmptiedIfItsShardKeysCannotBeDeleted() {
        open();

        whileRefused(
                "delete on shard_key",
                () -> assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(this::finish));

        assertThat(real.count("epoch where emptied_at is not null")).isZero();
        assertNotDeletable(1);
        model.holds();
    }

    @Test
    void nothingIsThereToEmptyBeforeAnEpochIsClosed() {
        assertThat(finish()).isEqualTo(TurnProgress.NOTHING_TO_DO);
        assertThat(leftBelow(1)).isEqualTo(SUBJECTS);
    }

    @Test
    void aKeyThatDoesNotOpenStaysAndHoldsTheEpochButNoOtherKey() {
        change("update subject_key set wrapped = set_bit(wrapped, 600, 1 - get_bit(wrapped, 600))"
                + " where subject_ref = (select subject_ref from subject_key order by subject_ref desc limit 1)");
        open();

        TurnProgress end = finish();

        assertThat(end).isEqualTo(new TurnProgress(1, SUBJECTS - 1, 1, 1, false));
        assertNotDeletable(1);
    }

    @Test
    void aKeyThatSomebodyHoldsIsFoundByTheNextTurn() {
        open();

        TurnProgress during = real.whileHeld("select from subject_key limit 1 for update", this::finish);

        assertThat(during).isEqualTo(new TurnProgress(1, SUBJECTS - 1, 1, 0, false));
        assertNotDeletable(1);
        assertThat(finish()).isEqualTo(new TurnProgress(1, 1, 0, 0, true));
    }

    @Test
    void twoTurnsAtOnceDoTheWorkOnce() {
        serviceKeys();
        open();
        List<Uni<TurnProgress>> both = List.of(empty(turn), empty(real.turn(real.kms)));

        List<TurnProgress> ends = await(Uni.join().all(both).andFailFast());

        assertThat(ends.stream().mapToLong(TurnProgress::rewrapped).sum())
                .isEqualTo(SUBJECTS + Purpose.values().length);
        finish();
        assertThat(leftBelow(1)).isZero();
        model.holds();
    }

    @Test
    void aTurnWhoseConnectionsAreCutAfterEachStepGoesOn() {
        open();
        for (int i = 0; i < SUBJECTS && leftBelow(1) > 0; i++) {
            await(turn.empty(progress -> real.cutConnections("true"))
                    .onFailure(KeysUnavailableException.class)
                    .recoverWithNull());
        }

        until(this::isFinishedInTheEnd);
        assertThat(leftBelow(1)).isZero();
        model.holds();
    }

    @Test
    void aRequestThatLookedBeforeTheTurnEndsBelowTheNewEpoch() {
        Epoch old = await(real.keyring.openEpoch());
        open();
        finish();
        letGo(1);

        await(real.keyring.insertSubjectKey(
                subject(99), new Keyring.WrappedSubjectKey(1, old, subject(99).shard(), new byte[109])));
        await(real.keyring.insertShardKey(old.number(), 7, new byte[100]));
        await(real.keyring.insertServiceKey("OUTBOX", new Keyring.WrappedServiceKey(old, new byte[100])));

        assertThat(leftBelow(1)).isZero();
        assertThat(real.count("shard_key where epoch = 1")).isZero();
        assertThatExceptionOfType(EpochTurnedException.class)
                .isThrownBy(() -> await(new StoredShardKeys(TestKeys.SERVICE, real.keyring, real.kms).get(old, 0)));
        model.visit(subject(99));
    }

    @Test
    void noKmsKeyIsLetGoWhileItsEpochIsOpenOrHasKeys() {
        assertNotDeletable(1);
        open();
        assertNotDeletable(1);
        assertNotDeletable(2);
        assertNotDeletable(3);

        finish();
        assertNotDeletable(2);
        assertThat(Duration.between(Instant.now(), letGo(1)))
                .isBetween(
                        Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7).plusMinutes(1));
    }

    @Test
    void noKmsKeyIsLetGoIfAKeyCameBackBelowItsEpoch() {
        real.backUp();
        open();
        finish();
        change("insert into shard_key select * from backup.shard_key where shard = 0");
        change(
                "update subject_key set epoch = 1 where subject_ref = (select subject_ref from subject_key order by subject_ref limit 1)");

        assertNotDeletable(1);
        assertThat(real.count("epoch where key_gone_at is not null")).isZero();
    }

    @Test
    void lettingGoTwiceIsLettingGoOnce() {
        open();
        finish();

        Instant gone = letGo(1);

        assertThat(letGo(1)).isEqualTo(gone);
        assertThat(real.count("epoch where epoch = 1 and key_gone_at > now() + interval '6 days'"))
                .isEqualTo(1);
    }

    @Test
    void aServiceMayNotLetAKeyGo() {
        String kmsKey = await(real.keyring.openEpoch()).kmsKeyId();

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> await(real.deletionByTheService().schedule(kmsKey)));
        model.holds();
    }

    /** What an erasure rests on, as far as it is about copies of the keyring. */
    @Test
    void aCopyFromBeforeOpensNothingOnceTheOldKmsKeyIsGone() {
        String oldKmsKey = await(real.keyring.openEpoch()).kmsKeyId();
        real.backUp();
        model.erase(subject(0));
        model.erase(subject(1));
        real.exchangeWithBackUp();
        model.opensEverythingWith(real.subjectKeys());
        real.exchangeWithBackUp();
        open();
        finish();
        letGo(1);
        model.holds();

        real.exchangeWithBackUp();
        model.opensNothingWith(real.subjectKeys());
        real.letKmsForget(oldKmsKey, 8);
        model.opensNothingWith(real.subjectKeys());
        real.exchangeWithBackUp();
        model.holds();
    }

    private void open() {
        await(turn.open(real.newKmsKey()));
    }

    private TurnProgress finish() {
        return await(empty(turn));
    }

    /** The pool may not have noticed yet which of its connections are cut. */
    private boolean isFinishedInTheEnd() {
        try {
            return finish().emptied();
        } catch (KeysUnavailableException cut) {
            return false;
        }
    }

    private static Uni<TurnProgress> empty(EpochTurn turn) {
        return turn.empty(progress -> {});
    }

    private Instant letGo(int epoch) {
        return await(turn.scheduleKeyDeletion(epoch));
    }

    private void assertNotDeletable(int epoch) {
        assertThatIllegalStateException().isThrownBy(() -> letGo(epoch));
    }

    private static long leftBelow(int epoch) {
        return real.count("subject_key where epoch = " + epoch) + real.count("service_key where epoch = " + epoch);
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

    private static void change(String sql) {
        assertThat(real.execute(sql)).isEqualTo(1);
    }

    private static ServiceKeys serviceKeys() {
        ServiceKeys keys = new ServiceKeys(TestKeys.SERVICE, real.keyring, real.kms);
        await(keys.loadMissing());
        assertThat(keys.areLoaded()).isTrue();
        return keys;
    }

    /** In two shards. */
    private static SubjectRef subject(int number) {
        byte[] bytes = TestKeys.bytes(number);
        bytes[0] = (byte) (number % 2);
        return SubjectRef.of(bytes);
    }
}
