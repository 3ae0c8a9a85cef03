package health.lunaria.kms;

import static health.lunaria.kms.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.Tag;

/** The job that turns epochs makes, uses and deletes the services' keys, and nothing beyond. */
class EpochJobTest {

    @TempDir
    Path directory;

    private TestKms kms;
    private KmsClient job;
    private KmsClient service;

    @BeforeEach
    void start() {
        kms = TestKms.start(directory);
        job = kms.as(TestKms.EPOCH_JOB);
        service = kms.as(TestKms.CYCLE);
    }

    @AfterEach
    void stop() throws Exception {
        kms.close();
    }

    @Test
    void aKeyThatItMakesIsOfUseToTheServiceAndToItself() {
        String key = makeKey("cycle-service");

        SdkBytes blob = dataKey(service, key);

        assertThat(job.decrypt(request -> request.keyId(key).ciphertextBlob(blob))
                        .plaintext())
                .isEqualTo(service.decrypt(request -> request.keyId(key).ciphertextBlob(blob))
                        .plaintext());
        assertRefused("AccessDeniedException", () -> dataKey(kms.as(TestKms.BILLING), key));
    }

    @Test
    void itFindsAKeyAgainByItsTags() {
        String key = makeKey("cycle-service");
        kms.newKey(TestKms.BILLING);

        assertThat(job.listKeys().keys()).extracting(KeyListEntry::keyArn).contains(key);
        assertThat(job.listResourceTags(request -> request.keyId(key)).tags())
                .containsExactly(tag("lunaria:epoch", "2"), tag(Operations.PRINCIPAL_TAG, "cycle-service"));
    }

    @Test
    void tagsOutliveARestart() throws Exception {
        String key = makeKey("cycle-service");
        kms.close();

        kms = TestKms.start(directory);

        assertThat(kms.as(TestKms.EPOCH_JOB)
                        .listResourceTags(request -> request.keyId(key))
                        .tags())
                .contains(tag("lunaria:epoch", "2"));
    }

    @Test
    void itLetsAServicesKeyGoAndCannotTakeThatBack() {
        String key = kms.newKey(TestKms.CYCLE);

        job.scheduleKeyDeletion(request -> request.keyId(key).pendingWindowInDays(7));

        assertThat(job.describeKey(request -> request.keyId(key)).keyMetadata().keyState())
                .isEqualTo(KeyState.PENDING_DELETION);
        assertThatExceptionOfType(KmsInvalidStateException.class).isThrownBy(() -> dataKey(service, key));
        assertRefused("AccessDeniedException", () -> job.cancelKeyDeletion(request -> request.keyId(key)));
    }

    @Test
    void itNeitherUsesNorDeletesAKeyThatSigns() {
        String key = kms.newSigningKey(TestKms.CYCLE);

        assertRefused("AccessDeniedException", () -> job.scheduleKeyDeletion(request -> request.keyId(key)));
        assertRefused(
                "AccessDeniedException",
                () -> job.sign(request -> request.keyId(key)
                        .signingAlgorithm(SigningAlgorithmSpec.ED25519_SHA_512)
                        .messageType(MessageType.RAW)
                        .message(SdkBytes.fromUtf8String("forged"))));
        assertRefused(
                "AccessDeniedException",
                () -> job.createKey(request -> request.keySpec("ECC_NIST_EDWARDS25519")
                        .keyUsage("SIGN_VERIFY")
                        .tags(tag(Operations.PRINCIPAL_TAG, "cycle-service"))));
    }

    @Test
    void itDoesNotSwitchKeysOnAndOff() {
        String key = kms.newKey(TestKms.CYCLE);

        assertRefused("AccessDeniedException", () -> job.disableKey(request -> request.keyId(key)));
        assertRefused("AccessDeniedException", () -> job.enableKey(request -> request.keyId(key)));
        assertThat(dataKey(service, key)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch-job", "administrator", "nobody"})
    void itMakesNoKeyForWhoIsNoService(String principal) {
        assertRefused("ValidationException", () -> makeKey(principal));
    }

    @Test
    void aTagIsThereOnce() {
        assertRefused(
                "TagException",
                () -> job.createKey(request -> request.tags(
                        tag(Operations.PRINCIPAL_TAG, "cycle-service"), tag(Operations.PRINCIPAL_TAG, "billing-service"))));
    }

    @Test
    void aServiceDoesNotLookAtTheTagsOfAnother() {
        String foreign = kms.newKey(TestKms.BILLING);

        assertRefused("AccessDeniedException", () -> service.listResourceTags(request -> request.keyId(foreign)));
    }

    private String makeKey(String principal) {
        return job.createKey(
                        request -> request.tags(tag(Operations.PRINCIPAL_TAG, principal), tag("lunaria:epoch", "2")))
                .keyMetadata()
                .arn();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().tagKey(key).tagValue(value).build();
    }

    private static SdkBytes dataKey(KmsClient client, String key) {
        return client.generateDataKey(request -> request.keyId(key).keySpec(DataKeySpec.AES_256))
                .ciphertextBlob();
    }
}
