package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.identity.SubjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardKeyTest {

    private static final SubjectRef SUBJECT = TestKeys.subject(1);

    private final ShardKey shardKey = shardKey(TestKeys.SERVICE, 1, 1, 7);

    @Test
    void unwrapsWhatItWrapped() {
        byte[] wrapped = shardKey.wrap(SUBJECT, 1, TestKeys.material(9));

        assertThat(shardKey.unwrap(SUBJECT, 1, wrapped).reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(9));
        assertThat(wrapped).hasSize(32 + SealedRecord.OVERHEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "billing-service, 1, 1, 7",
        "cycle-service, 2, 1, 7",
        "cycle-service, 1, 2, 7",
        "cycle-service, 1, 255, 7",
        "cycle-service, 2, 0, 7",
        "cycle-service, 257, 1, 7",
        "cycle-service, 1, 1, 8"
    })
    void refusesAKeyThatWasWrappedByAnotherServiceEpochShardOrKey(String service, int epoch, int shard, int key) {
        byte[] wrapped = shardKey(service, epoch, shard, key).wrap(SUBJECT, 1, TestKeys.material(9));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> shardKey.unwrap(SUBJECT, 1, wrapped));
    }

    @Test
    void refusesAnotherSubjectsKey() {
        byte[] wrapped = shardKey.wrap(TestKeys.subject(2), 1, TestKeys.material(9));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> shardKey.unwrap(SUBJECT, 1, wrapped));
    }

    @Test
    void refusesAnotherKeyVersion() {
        byte[] wrapped = shardKey.wrap(SUBJECT, 1, TestKeys.material(9));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> shardKey.unwrap(SUBJECT, 2, wrapped));
    }

    @Test
    void refusesEveryFlippedBitAndEveryTruncation() {
        byte[] wrapped = shardKey.wrap(SUBJECT, 1, TestKeys.material(9));

        Damage.everyBitFlipped(wrapped).forEach(this::assertRefused);
        Damage.everyTruncation(wrapped).forEach(this::assertRefused);
    }

    @Test
    void aCopyOutlivesTheOriginalAndADestroyedKeyHasNone() {
        byte[] wrapped = shardKey.wrap(SUBJECT, 1, TestKeys.material(9));
        ShardKey copy = shardKey.copy();
        shardKey.destroy();

        assertThat(copy.unwrap(SUBJECT, 1, wrapped).reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(9));
        assertThatIllegalStateException().isThrownBy(shardKey::copy);
        assertThatIllegalStateException().isThrownBy(() -> shardKey.unwrap(SUBJECT, 1, wrapped));
        assertThatIllegalStateException().isThrownBy(() -> shardKey.wrap(SUBJECT, 1, TestKeys.material(9)));
    }

    private void assertRefused(byte[] damaged) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> shardKey.unwrap(SUBJECT, 1, damaged));
    }

    private static ShardKey shardKey(String service, int epoch, int shard, int key) {
        return new ShardKey(service, epoch, shard, TestKeys.material(key));
    }
}
