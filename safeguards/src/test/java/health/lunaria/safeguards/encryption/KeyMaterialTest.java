package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaterialTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 64})
    void refusesAnotherLengthAndWipesIt(int length) {
        byte[] bytes = HexFormat.of().parseHex("ab".repeat(length));

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> KeyMaterial.takeOver(bytes));
        assertThat(bytes)
                .satisfiesAnyOf(
                        wiped -> assertThat(wiped).isEmpty(),
                        wiped -> assertThat(wiped).containsOnly(0));
    }

    @Test
    void destructionWipesTheBytesAndEndsEveryUse() {
        byte[] bytes = TestKeys.bytes(7);
        KeyMaterial key = KeyMaterial.takeOver(bytes);
        assertThat(key.isDestroyed()).isFalse();

        key.destroy();

        assertThat(bytes).containsOnly(0);
        assertThat(key.isDestroyed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> key.reveal(byte[]::clone));
        assertThatIllegalStateException().isThrownBy(() -> key.hmac(new byte[0]));
        assertThatIllegalStateException().isThrownBy(key::copy);
    }

    @Test
    void aCopyOutlivesTheOriginal() {
        KeyMaterial key = TestKeys.material(7);
        KeyMaterial copy = key.copy();
        key.destroy();

        assertThat(copy.reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(7));
    }

    @Test
    void theOriginalOutlivesACopy() {
        KeyMaterial key = TestKeys.material(7);
        key.copy().destroy();

        assertThat(key.reveal(byte[]::clone)).isEqualTo(TestKeys.bytes(7));
    }

    @Test
    void aFailedUseIsReportedAsAnUnusableKey() {
        KeyMaterial key = TestKeys.material(7);

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> key.reveal(bytes -> {
                    throw new GeneralSecurityException("no such cipher");
                }));
    }

    @Test
    void doesNotShowItself() {
        assertThat(TestKeys.material(0x5a)).hasToString("KeyMaterial[redacted]");
        assertThat(new Kms.DataKey(TestKeys.material(0x5a), new byte[] {0x5a})).hasToString("DataKey[redacted]");
        assertThat(new ShardKey("s", 1, 1, TestKeys.material(0x5a))).hasToString("ShardKey[redacted]");
        assertThat(new ServiceKey("s", ServiceKey.Purpose.OUTBOX, TestKeys.material(0x5a)))
                .hasToString("ServiceKey[redacted]");
    }
}
