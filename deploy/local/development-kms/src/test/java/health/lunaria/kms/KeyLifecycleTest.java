package health.lunaria.kms;

import static health.lunaria.kms.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** The administrator makes, stops and deletes keys; a service notices. */
class KeyLifecycleTest {

    @TempDir
    Path directory;

    private TestKms kms;
    private KmsClient administrator;
    private KmsClient service;

    @BeforeEach
    void start() {
        kms = TestKms.start(directory);
        administrator = kms.as(TestKms.ADMINISTRATOR);
        service = kms.as(TestKms.CYCLE);
    }

    @AfterEach
    void stop() throws Exception {
        kms.close();
    }

    @Test
    void aNewKeyIsEnabledAndBelongsToTheServiceInItsTag() {
        KeyMetadata key = createKey("cycle-service");

        assertThat(key.keyState()).isEqualTo(KeyState.ENABLED);
        assertThat(key.enabled()).isTrue();
        assertThat(key.arn()).endsWith(key.keyId());
        assertThat(key.creationDate()).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(dataKey(key.arn())).isNotNull();
        assertThat(service.describeKey(request -> request.keyId(key.keyId())).keyMetadata())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "administrator", "CYCLE-SERVICE"})
    void noKeyIsMadeForSomebodyWhoIsNoService(String principal) {
        assertRefused("ValidationException", () -> createKey(principal));
    }

    @Test
    void noKeyIsMadeWithoutTheTagOrOfAKindThatIsNotThere() {
        assertRefused("ValidationException", () -> administrator.createKey(request -> {}));
        assertRefused(
                "UnsupportedOperationException",
                () -> administrator.createKey(request -> request.keySpec("RSA_2048")
                        .tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue("cycle-service"))));
        assertRefused(
                "ValidationException",
                () -> administrator.createKey(request -> request.keyUsage("SIGN_VERIFY")
                        .tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue("cycle-service"))));
        assertThat(administrator.listKeys().keys()).isEmpty();
    }

    @Test
    void aServiceCannotAdminister() {
        String key = kms.newKey(TestKms.CYCLE);

        assertRefused(
                "AccessDeniedException",
                () -> service.createKey(request ->
                        request.tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue("cycle-service"))));
        assertRefused("AccessDeniedException", () -> service.listKeys());
        assertRefused("AccessDeniedException", () -> service.disableKey(request -> request.keyId(key)));
        assertRefused("AccessDeniedException", () -> service.enableKey(request -> request.keyId(key)));
        assertRefused("AccessDeniedException", () -> service.scheduleKeyDeletion(request -> request.keyId(key)));
        assertRefused("AccessDeniedException", () -> service.cancelKeyDeletion(request -> request.keyId(key)));
        assertThat(dataKey(key)).isNotNull();
    }

    @Test
    void aServiceCannotLookAtTheKeysOfAnother() {
        String foreign = kms.newKey(TestKms.BILLING);

        assertRefused("AccessDeniedException", () -> service.describeKey(request -> request.keyId(foreign)));
    }

    @Test
    void aDisabledKeyIsOfNoUseUntilItIsEnabled() {
        String key = kms.newKey(TestKms.CYCLE);
        SdkBytes blob = dataKey(key);
        administrator.disableKey(request -> request.keyId(key));

        assertThatExceptionOfType(DisabledException.class).isThrownBy(() -> dataKey(key));
        assertThatExceptionOfType(DisabledException.class).isThrownBy(() -> decrypt(key, blob));
        assertThatExceptionOfType(DisabledException.class).isThrownBy(() -> decrypt(null, blob));

        administrator.enableKey(request -> request.keyId(key));
        assertThat(decrypt(key, blob)).hasSize(32);
    }

    @Test
    void aKeyThatWaitsForItsDeletionIsOfNoUse() {
        String key = kms.newKey(TestKms.CYCLE);
        SdkBytes blob = dataKey(key);
        var scheduled =
                administrator.scheduleKeyDeletion(request -> request.keyId(key).pendingWindowInDays(7));

        assertThat(scheduled.keyState()).isEqualTo(KeyState.PENDING_DELETION);
        assertThat(Duration.between(Instant.now(), scheduled.deletionDate()))
                .isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
        assertThatExceptionOfType(KmsInvalidStateException.class).isThrownBy(() -> dataKey(key));
        assertThatExceptionOfType(KmsInvalidStateException.class).isThrownBy(() -> decrypt(key, blob));
        assertThatExceptionOfType(KmsInvalidStateException.class).isThrownBy(() -> decrypt(null, blob));
        assertThatExceptionOfType(KmsInvalidStateException.class)
                .isThrownBy(() -> administrator.enableKey(request -> request.keyId(key)));
        assertThatExceptionOfType(KmsInvalidStateException.class)
                .isThrownBy(() -> administrator.scheduleKeyDeletion(request -> request.keyId(key)));
    }

    @Test
    void aCancelledDeletionLeavesADisabledKey() {
        String key = kms.newKey(TestKms.CYCLE);
        SdkBytes blob = dataKey(key);
        administrator.scheduleKeyDeletion(request -> request.keyId(key));
        administrator.cancelKeyDeletion(request -> request.keyId(key));

        assertThatExceptionOfType(DisabledException.class).isThrownBy(() -> decrypt(key, blob));
        assertThatExceptionOfType(KmsInvalidStateException.class)
                .isThrownBy(() -> administrator.cancelKeyDeletion(request -> request.keyId(key)));

        administrator.enableKey(request -> request.keyId(key));
        assertThat(decrypt(key, blob)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 31, Integer.MAX_VALUE})
    void aDeletionWaits7To30Days(int days) {
        String key = kms.newKey(TestKms.CYCLE);

        assertRefused(
                "ValidationException",
                () -> administrator.scheduleKeyDeletion(
                        request -> request.keyId(key).pendingWindowInDays(days)));
        assertThat(dataKey(key)).isNotNull();
    }

    @Test
    void theAdministratorSeesAllKeys() {
        String first = kms.newKey(TestKms.CYCLE);
        String second = kms.newKey(TestKms.BILLING);

        assertThat(administrator.listKeys().keys())
                .extracting(KeyListEntry::keyArn)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertRefused("UnknownOperationException", () -> administrator.listAliases());
        assertRefused(
                "UnknownOperationException",
                () -> administrator.createGrant(
                        request -> request.keyId("x").granteePrincipal("x").operations(GrantOperation.DECRYPT)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> administrator.disableKey(request -> request.keyId("x")));
    }

    private KeyMetadata createKey(String principal) {
        return administrator
                .createKey(request ->
                        request.tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue(principal)))
                .keyMetadata();
    }

    private SdkBytes dataKey(String key) {
        return service.generateDataKey(request -> request.keyId(key).keySpec(DataKeySpec.AES_256))
                .ciphertextBlob();
    }

    private byte[] decrypt(String key, SdkBytes blob) {
        return service.decrypt(request -> request.keyId(key).ciphertextBlob(blob))
                .plaintext()
                .asByteArray();
    }
}
