package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.identity.SubjectRef;
import org.junit.jupiter.api.Test;

class RewrapTest {

    private static final SubjectRef SUBJECT = TestKeys.subject(1);
    private static final KeyMaterial KEY = TestKeys.material(7);
    private static final int VERSION = 3;

    private final ShardKey old = shardKey("cycle-service", 1, 1, 20);
    private final ShardKey next = shardKey("cycle-service", 2, 1, 21);
    private final Rewrap rewrap = new Rewrap(old.copy(), next.copy());

    @Test
    void theKeyIsTheSameBelowTheOther() {
        byte[] anew = rewrap.apply(SUBJECT, VERSION, old.wrap(SUBJECT, VERSION, KEY));

        assertThat(next.unwrap(SUBJECT, VERSION, anew).reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(7));
    }

    @Test
    void doesNotOpenBelowTheOldOneAnyMore() {
        byte[] anew = rewrap.apply(SUBJECT, VERSION, old.wrap(SUBJECT, VERSION, KEY));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> old.unwrap(SUBJECT, VERSION, anew));
    }

    @Test
    void givesOtherBytesEachTime() {
        byte[] wrapped = old.wrap(SUBJECT, VERSION, KEY);

        assertThat(rewrap.apply(SUBJECT, VERSION, wrapped)).isNotEqualTo(rewrap.apply(SUBJECT, VERSION, wrapped));
    }

    @Test
    void refusesTheKeyOfAnotherSubject() {
        assertRefused(old.wrap(TestKeys.subject(2), VERSION, KEY));
    }

    @Test
    void refusesAnotherVersionOfTheKey() {
        assertRefused(old.wrap(SUBJECT, VERSION + 1, KEY));
    }

    @Test
    void refusesWhatIsWrappedAnewAlready() {
        assertRefused(next.wrap(SUBJECT, VERSION, KEY));
    }

    @Test
    void refusesTheKeyOfAnotherService() {
        assertRefused(shardKey("billing-service", 1, 1, 20).wrap(SUBJECT, VERSION, KEY));
    }

    @Test
    void refusesTheKeyOfAnotherShard() {
        assertRefused(shardKey("cycle-service", 1, 2, 20).wrap(SUBJECT, VERSION, KEY));
    }

    @Test
    void refusesEveryFlippedBitAndEveryTruncation() {
        byte[] wrapped = old.wrap(SUBJECT, VERSION, KEY);

        Damage.everyBitFlipped(wrapped).forEach(this::assertRefused);
        Damage.everyTruncation(wrapped).forEach(this::assertRefused);
    }

    @Test
    void isOfNoUseAfterItsKeysWereDestroyed() {
        byte[] wrapped = old.wrap(SUBJECT, VERSION, KEY);
        rewrap.destroy();

        assertThatIllegalStateException().isThrownBy(() -> rewrap.apply(SUBJECT, VERSION, wrapped));
    }

    private void assertRefused(byte[] wrapped) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> rewrap.apply(SUBJECT, VERSION, wrapped));
    }

    private static ShardKey shardKey(String service, int epoch, int shard, int key) {
        return new ShardKey(service, epoch, shard, TestKeys.material(key));
    }
}
