package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.KeyCache.Lifetime;
import health.lunaria.safeguards.identity.SubjectRef;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shard and subject keys against a real keyring and a real KMS. */
class StoredKeysTest {

    private static final RecordAddress ADDRESS = new RecordAddress("month", "days", Locator.ofNumber(1), 1, 0);
    private static final byte[] PLAINTEXT = "a note".getBytes(UTF_8);
    private static final SubjectRef SUBJECT = TestKeys.subject(1);
    private static final SubjectRef OTHER = TestKeys.subject(2);
    private static final SubjectRef NEIGHBOUR = neighbour();

    @TempDir
    static Path directory;

    private static RealKeys real;
    private SubjectKeySource keys;

    @BeforeAll
    static void start() {
        real = new RealKeys(directory);
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @BeforeEach
    void emptyKeyring() {
        real.emptyKeyring();
        keys = keys(TestKeys.SERVICE);
    }

    @Test
    void makesAKeyOnceAndFindsItAgain() {
        byte[] sealed = key(SUBJECT).seal(ADDRESS, PLAINTEXT);

        assertThat(key(SUBJECT).open(ADDRESS, sealed)).isEqualTo(PLAINTEXT);
        assertThat(await(keys(TestKeys.SERVICE).get(SUBJECT)).open(ADDRESS, sealed))
                .isEqualTo(PLAINTEXT);
        assertThat(real.count("epoch")).isEqualTo(1);
        assertThat(real.count("shard_key")).isEqualTo(1);
        assertThat(real.count("subject_key")).isEqualTo(1);
    }

    @Test
    void manyFirstRequestsAtOnceEndWithOneKey() {
        List<Uni<SubjectKey>> requests = IntStream.range(0, 20)
                .mapToObj(i -> Uni.createFrom().deferred(() -> keys.get(SUBJECT)))
                .toList();
        List<SubjectKey> all = await(Uni.join().all(requests).andFailFast());

        byte[] sealed = all.get(0).seal(ADDRESS, PLAINTEXT);
        assertThat(all)
                .hasSize(20)
                .allSatisfy(key -> assertThat(key.open(ADDRESS, sealed)).isEqualTo(PLAINTEXT));
        assertThat(real.count("epoch")).isEqualTo(1);
        assertThat(real.count("shard_key")).isEqualTo(1);
        assertThat(real.count("subject_key")).isEqualTo(1);
    }

    @Test
    void twoSubjectsHaveTwoKeys() {
        assertThat(key(SUBJECT).locator("label")).isNotEqualTo(key(OTHER).locator("label"));
        assertThat(key(SUBJECT).locator("label")).isNotEqualTo(key(NEIGHBOUR).locator("label"));
        assertThat(real.count("shard_key")).isEqualTo(2);
    }

    @Test
    void refusesAnotherSubjectsKeyInTheRowOfThisOne() {
        key(SUBJECT);
        key(NEIGHBOUR);
        change("update subject_key set wrapped = (select wrapped from subject_key where " + is(NEIGHBOUR) + ") where "
                + is(SUBJECT));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key(SUBJECT));
    }

    @Test
    void refusesAWrappedSubjectKeyWithAFlippedBit() {
        key(SUBJECT);
        change("update subject_key set wrapped = set_bit(wrapped, 600, 1 - get_bit(wrapped, 600))");

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key(SUBJECT));
    }

    @Test
    void refusesASubjectKeyWhoseVersionWasChanged() {
        key(SUBJECT);
        change("update subject_key set version = 2");

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key(SUBJECT));
    }

    @Test
    void refusesASubjectKeyThatWasMovedToAnotherShard() {
        key(SUBJECT);
        key(OTHER);
        change("update subject_key set shard = " + OTHER.shard() + " where " + is(SUBJECT));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key(SUBJECT));
    }

    @Test
    void kmsRefusesAnotherShardsKey() {
        key(SUBJECT);
        key(OTHER);
        change("update shard_key set wrapped = (select wrapped from shard_key where shard = " + OTHER.shard()
                + ") where shard = " + SUBJECT.shard());

        assertUnavailable(SUBJECT);
    }

    @Test
    void kmsRefusesAWrappedShardKeyWithAFlippedBit() {
        key(SUBJECT);
        change("update shard_key set wrapped = set_bit(wrapped, 300, 1 - get_bit(wrapped, 300))");

        assertUnavailable(SUBJECT);
    }

    @Test
    void kmsRefusesTheKeyringOfAnotherService() {
        key(SUBJECT);

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> await(keys("billing-service").get(SUBJECT)));
    }

    @Test
    void refusesKeysWhoseEpochNamesAnotherKmsKey() {
        key(SUBJECT);
        change("update epoch set kms_key_id = '" + real.newKmsKey() + "'");

        assertUnavailable(SUBJECT);
    }

    @Test
    void makesNoKeyWithoutAnOpenEpoch() {
        key(SUBJECT);
        change("update epoch set closed_at = now()");

        assertUnavailable(OTHER);
        assertThat(key(SUBJECT)).isNotNull();
        assertThat(real.count("subject_key")).isEqualTo(1);
    }

    @Test
    void makesNoKeyAndStoresNothingWhileKmsIsAway() {
        real.whileKmsIsAway(() -> assertUnavailable(SUBJECT));

        assertThat(real.count("shard_key")).isZero();
        assertThat(real.count("subject_key")).isZero();
        assertThat(key(SUBJECT)).isNotNull();
    }

    @Test
    void aWarmShardNeedsNoKms() {
        SubjectKeySource warm = new StoredSubjectKeys(TestKeys.SERVICE, real.keyring, cachedShardKeys());
        byte[] sealed = await(warm.get(SUBJECT)).seal(ADDRESS, PLAINTEXT);

        real.whileKmsIsAway(() -> {
            assertThat(await(warm.get(SUBJECT)).open(ADDRESS, sealed)).isEqualTo(PLAINTEXT);
            assertThat(await(warm.get(NEIGHBOUR)).subject()).isEqualTo(NEIGHBOUR);
            assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> await(warm.get(OTHER)));
        });
    }

    /** What an erasure rests on: without the row there is no way back to the key. */
    @Test
    void anErasedKeyIsGone() {
        byte[] sealed = key(SUBJECT).seal(ADDRESS, PLAINTEXT);
        change("delete from subject_key");
        SubjectKey fresh = key(SUBJECT);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> fresh.open(ADDRESS, sealed));
    }

    @Test
    void findsAKeyThatIsThereAndMakesNone() {
        assertThat(await(keys.find(SUBJECT))).isEmpty();
        assertThat(real.count("subject_key")).isZero();
        byte[] sealed = key(SUBJECT).seal(ADDRESS, PLAINTEXT);

        assertThat(await(keys.find(SUBJECT)).orElseThrow().open(ADDRESS, sealed))
                .isEqualTo(PLAINTEXT);
        assertThat(await(keys.find(OTHER))).isEmpty();
    }

    @Test
    void failsWhenTheKeyringIsDamaged() {
        key(SUBJECT);
        real.execute("drop table subject_key");

        assertUnavailable(SUBJECT);
    }

    private ShardKeySource cachedShardKeys() {
        return new CachingShardKeys(
                new StoredShardKeys(TestKeys.SERVICE, real.keyring, real.kms),
                new KeyCache<>(
                        "shard",
                        new Lifetime(Duration.ofHours(1), 0),
                        10,
                        ShardKey::copy,
                        ShardKey::destroy,
                        new SimpleMeterRegistry()));
    }

    private SubjectKeySource keys(String service) {
        return new StoredSubjectKeys(service, real.keyring, new StoredShardKeys(service, real.keyring, real.kms));
    }

    private SubjectKey key(SubjectRef subject) {
        return await(keys.get(subject));
    }

    private void assertUnavailable(SubjectRef subject) {
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> key(subject));
    }

    private void change(String sql) {
        assertThat(real.execute(sql)).isEqualTo(1);
    }

    private static String is(SubjectRef subject) {
        return "subject_ref = '\\x" + HexFormat.of().formatHex(subject.bytes()) + "'";
    }

    /** In the same shard as {@link #SUBJECT}. */
    private static SubjectRef neighbour() {
        byte[] bytes = TestKeys.bytes(1);
        bytes[31] = 2;
        return SubjectRef.of(bytes);
    }
}
