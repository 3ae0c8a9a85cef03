package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service's own keys against a real keyring and a real KMS. */
class ServiceKeysTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    @TempDir
    static Path directory;

    private static RealKeys real;

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
    }

    @ParameterizedTest
    @EnumSource
    void givesNoKeyBeforeItIsLoaded(Purpose purpose) {
        ServiceKeys keys = keys("cycle-service");

        assertThat(keys.areLoaded()).isFalse();
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> keys.get(purpose));
    }

    @Test
    void aRestartFindsTheSameKeys() {
        ServiceKeys first = loaded("cycle-service");
        ServiceKeys second = loaded("cycle-service");

        assertThat(Purpose.values())
                .allSatisfy(purpose -> assertThat(first.get(purpose).mac(MESSAGE))
                        .isEqualTo(second.get(purpose).mac(MESSAGE)));
        assertThat(real.count("service_key")).isEqualTo(Purpose.values().length);
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        ServiceKeys keys = loaded("cycle-service");

        assertThat(Arrays.stream(Purpose.values())
                        .map(purpose -> keys.get(purpose).mac(MESSAGE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void kmsRefusesTheKeysOfAnotherService() {
        loaded("cycle-service");

        assertNotLoaded(keys("billing-service"), Purpose.values());
    }

    @Test
    void kmsRefusesTheKeyOfAnotherPurpose() {
        loaded("cycle-service");
        change("update service_key set wrapped ="
                + " (select wrapped from service_key where purpose = 'OUTBOX') where purpose = 'PSEUDONYM'");

        assertNotLoaded(keys("cycle-service"), Purpose.PSEUDONYM);
    }

    @Test
    void kmsRefusesAWrappedKeyWithAFlippedBit() {
        loaded("cycle-service");
        change("update service_key set wrapped = set_bit(wrapped, 300, 1 - get_bit(wrapped, 300))"
                + " where purpose = 'PSEUDONYM'");

        assertNotLoaded(keys("cycle-service"), Purpose.PSEUDONYM);
    }

    @Test
    void loadsLaterWhatKmsDidNotGiveAtOnce() {
        ServiceKeys keys = keys("cycle-service");
        real.whileKmsIsAway(() -> assertNotLoaded(keys, Purpose.values()));

        await(keys.loadMissing());

        assertThat(keys.areLoaded()).isTrue();
        assertThat(keys.get(Purpose.CURSOR).mac(MESSAGE)).hasSize(32);
    }

    private ServiceKeys keys(String service) {
        return new ServiceKeys(service, real.keyring, real.kms);
    }

    private ServiceKeys loaded(String service) {
        ServiceKeys keys = keys(service);
        await(keys.loadMissing());
        assertThat(keys.areLoaded()).isTrue();
        return keys;
    }

    private static void assertNotLoaded(ServiceKeys keys, Purpose... purposes) {
        await(keys.loadMissing());

        assertThat(keys.areLoaded()).isFalse();
        assertThat(purposes)
                .isNotEmpty()
                .allSatisfy(purpose -> assertThatExceptionOfType(KeysUnavailableException.class)
                        .isThrownBy(() -> keys.get(purpose)));
    }

    private void change(String sql) {
        assertThat(real.execute(sql)).isEqualTo(1);
    }
}
