package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceKeyTest {

    private static final RecordAddress ADDRESS = new RecordAddress("outbox", "sealed", Locator.ofNumber(1), 1, 0);
    private static final byte[] PLAINTEXT = "an event".getBytes(UTF_8);

    private final ServiceKey key = serviceKey(TestKeys.SERVICE, Purpose.OUTBOX, 7);

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(ADDRESS, key.seal(ADDRESS, PLAINTEXT))).isEqualTo(PLAINTEXT);
    }

    @ParameterizedTest
    @CsvSource({"billing-service, OUTBOX, 7", "cycle-service, CURSOR, 7", "cycle-service, OUTBOX, 8"})
    void refusesWhatAnotherServicePurposeOrKeySealed(String service, Purpose purpose, int other) {
        byte[] sealed = serviceKey(service, purpose, other).seal(ADDRESS, PLAINTEXT);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key.open(ADDRESS, sealed));
    }

    @Test
    void refusesAnotherPlace() {
        byte[] sealed = key.seal(ADDRESS, PLAINTEXT);
        var other = new RecordAddress("outbox", "sealed", Locator.ofNumber(2), 1, 0);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key.open(other, sealed));
    }

    @Test
    void refusesEveryFlippedBit() {
        Damage.everyBitFlipped(key.seal(ADDRESS, PLAINTEXT))
                .forEach(damaged -> assertThatExceptionOfType(SealBrokenException.class)
                        .isThrownBy(() -> key.open(ADDRESS, damaged)));
    }

    private static ServiceKey serviceKey(String service, Purpose purpose, int key) {
        return new ServiceKey(service, purpose, TestKeys.material(key));
    }
}
