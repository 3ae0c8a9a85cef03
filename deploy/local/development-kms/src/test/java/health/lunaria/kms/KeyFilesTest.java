package health.lunaria.kms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/** Keys on disk: they outlive a restart, show nothing, and a damaged one is never passed over. */
class KeyFilesTest {

    @TempDir
    Path root;

    private Path directory;

    @BeforeEach
    void chooseDirectory() {
        directory = root.resolve("keys");
    }

    @Test
    void keysSurviveARestart() throws Exception {
        String keyId;
        GenerateDataKeyResponse dataKey;
        try (TestKms kms = TestKms.start(directory)) {
            keyId = kms.newKey(TestKms.CYCLE);
            dataKey = kms.as(TestKms.CYCLE)
                    .generateDataKey(request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256));
        }
        try (TestKms kms = TestKms.start(directory)) {
            SdkBytes opened = kms.as(TestKms.CYCLE)
                    .decrypt(request -> request.keyId(keyId).ciphertextBlob(dataKey.ciphertextBlob()))
                    .plaintext();
            assertThat(opened).isEqualTo(dataKey.plaintext());
        }
    }

    @Test
    void anotherDirectoryHasNoneOfThem() throws Exception {
        write(KeySpec.SYMMETRIC_DEFAULT);
        try (TestKms kms = TestKms.start(root.resolve("other"))) {
            assertThat(kms.as(TestKms.ADMINISTRATOR).listKeys().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsNoKeyAndNoOwner(KeySpec spec) throws IOException {
        Key key = write(spec);
        String content = Files.readString(file(key), ISO_8859_1);

        assertThat(content)
                .doesNotContain(new String(key.material(), ISO_8859_1))
                .doesNotContain(new String(Arrays.copyOf(key.material(), 8), ISO_8859_1))
                .doesNotContain(Base64.getEncoder().encodeToString(key.material()))
                .doesNotContain(HexFormat.of().formatHex(key.material()))
                .doesNotContain("cycle-service", "material", spec.name());
        assertThat(key.toString()).isEqualTo("Key[" + key.id() + "]");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(KeySpec spec) {
        Key key = write(spec);

        assertThat(files(1).readAll())
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(key);
    }

    @Test
    void onlyItsOwnerMayLookInside() throws IOException {
        Key key = write(KeySpec.SYMMETRIC_DEFAULT);

        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(file(key))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        write(KeySpec.SYMMETRIC_DEFAULT);
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).singleElement().matches(file -> file.toString().endsWith(".key"));
        }
    }

    @Test
    void doesNotStartWithAnotherRootSecret() {
        write(KeySpec.SYMMETRIC_DEFAULT);

        assertThatIllegalStateException()
                .isThrownBy(() -> TestKms.start(directory, TestKms.rootSecret(2), Clock.systemUTC()))
                .withMessageContaining("damaged or was sealed under another root secret");
    }

    @Test
    void refusesEveryAlteredByte() throws IOException {
        Key key = write(KeySpec.SYMMETRIC_DEFAULT);
        byte[] content = Files.readAllBytes(file(key));
        for (int i = 0; i < content.length; i++) {
            byte[] altered = content.clone();
            altered[i] ^= 1;
            Files.write(file(key), altered);
            assertDamaged();
        }
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        Key key = write(KeySpec.SYMMETRIC_DEFAULT);
        byte[] content = Files.readAllBytes(file(key));
        for (int length = 0; length < content.length; length++) {
            Files.write(file(key), Arrays.copyOf(content, length));
            assertDamaged();
        }
    }

    @Test
    void refusesAKeyUnderTheNameOfAnother() throws IOException {
        Key key = write(KeySpec.SYMMETRIC_DEFAULT);
        Files.copy(file(key), directory.resolve(UUID.randomUUID() + ".key"));

        assertDamaged();
    }

    @Test
    void refusesWhatIsNoKeyAndDoesNotStart() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("mine.key"), "no key", UTF_8);

        assertDamaged();
        assertThatIllegalStateException().isThrownBy(() -> TestKms.start(directory));
    }

    private void assertDamaged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> files(1).readAll())
                .withMessageContaining("damaged or was sealed under another root secret");
    }

    private Key write(KeySpec spec) {
        Keys keys = new Keys(files(1), new Permissions(TestKms.ADMINISTRATOR, null), Clock.systemUTC(), "eu-west-1");
        List<Key> before = keys.list(TestKms.ADMINISTRATOR);
        assertThat(before).isEmpty();
        return keys.create(TestKms.ADMINISTRATOR, spec, Map.of(Operations.PRINCIPAL_TAG, TestKms.CYCLE.name()));
    }

    private KeyFiles files(int rootSecret) {
        return new KeyFiles(directory, TestKms.rootSecret(rootSecret));
    }

    private Path file(Key key) {
        return directory.resolve(key.id() + ".key");
    }
}
