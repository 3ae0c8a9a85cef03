package health.lunaria.safeguards.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeysOfTests;
import health.lunaria.safeguards.testing.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Against a real store, without a service around it. */
class S3SealedFilesTest {

    private static final int MIB = 1024 * 1024;
    private static final long MAX = 30L * MIB;
    private static final String PURPOSE = "attachment";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestFiles store;
    private static S3SealedFiles files;
    private static final List<SdkRequest> SENT = new ArrayList<>();

    private final SubjectKey key = SubjectKeysOfTests.of(1);

    @BeforeAll
    static void start() {
        store = TestFiles.start();
        S3AsyncClient watched = store.client(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                synchronized (SENT) {
                    SENT.add(context.request());
                }
            }
        });
        files = new S3SealedFiles(new ObjectStore(watched, TestFiles.BUCKET, TestFiles.KMS_KEY), Duration.ofMinutes(1));
    }

    @AfterAll
    static void forget() {
        SENT.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 4 * MIB + 5, 5 * MIB, 11 * MIB})
    void givesBackWhatItStored(int length) throws IOException {
        byte[] content = random(length);

        StoredFile file = store(content);

        assertThat(file.length()).isEqualTo(length);
        assertThat(Arrays.equals(read(key, PURPOSE, file), content)).isTrue();
        assertThat((long) store.read(file.id().text()).length)
                .isEqualTo(SubjectKey.sealedLength(Padme.paddedLength(length)));
    }

    @Test
    void everyObjectIsToBeEncryptedUnderTheKmsKey() throws IOException {
        StoredFile small = store(random(10));
        StoredFile large = store(random(6 * MIB));

        PutObjectRequest put = sent(PutObjectRequest.class, small.id());
        assertThat(put.serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(put.ssekmsKeyId()).isEqualTo(TestFiles.KMS_KEY);
        CreateMultipartUploadRequest upload = sent(CreateMultipartUploadRequest.class, large.id());
        assertThat(upload.serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(upload.ssekmsKeyId()).isEqualTo(TestFiles.KMS_KEY);
        assertThat(upload.metadata()).isEmpty();
        assertThat(upload.contentType()).isNull();
    }

    @Test
    void anotherSubjectPurposeOrLengthDoesNotOpenIt() throws IOException {
        StoredFile file = store(random(10_000));

        assertBroken(() -> read(SubjectKeysOfTests.of(2), PURPOSE, file));
        assertBroken(() -> read(key, "export", file));
        assertBroken(() -> read(key, PURPOSE, new StoredFile(file.id(), 9_000)));
        assertBroken(() -> read(key, PURPOSE, new StoredFile(file.id(), 20_000)));
    }

    @Test
    void objectsThatChangedPlacesDoNotOpen() throws IOException {
        StoredFile first = store(random(10_000));
        StoredFile second = store(random(10_000));
        byte[] kept = store.read(first.id().text());
        store.write(first.id().text(), store.read(second.id().text()));
        store.write(second.id().text(), kept);

        assertBroken(() -> read(key, PURPOSE, first));
        assertBroken(() -> read(key, PURPOSE, second));
    }

    @Test
    void anObjectThatIsGoneShorterOrLongerDoesNotOpen() throws IOException {
        StoredFile file = store(random(10_000));
        byte[] sealed = store.read(file.id().text());
        for (int length : new int[] {0, 1, 36, 37, sealed.length - 1, sealed.length + 1}) {
            store.write(file.id().text(), Arrays.copyOf(sealed, length));
            assertBroken(() -> read(key, PURPOSE, file));
        }
        files.delete(file.id());
        assertBroken(() -> read(key, PURPOSE, file));
    }

    @Test
    void damageBehindTheFirstRangeIsNoticedBeforeTheEnd() throws IOException {
        StoredFile file = store(random(9 * MIB));
        byte[] sealed = store.read(file.id().text());
        sealed[sealed.length - 10] ^= 1;
        store.write(file.id().text(), sealed);

        InputStream content = files.open(key, PURPOSE, file);
        assertThat(content.readNBytes(MIB)).hasSize(MIB);
        assertBroken(content::readAllBytes);
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNoticed() throws IOException {
        StoredFile file = store(random(9 * MIB));
        StoredFile other = store(random(9 * MIB));
        InputStream content = files.open(key, PURPOSE, file);
        content.readNBytes(MIB);
        store.write(file.id().text(), store.read(other.id().text()));

        assertBroken(content::readAllBytes);
    }

    @Test
    void oneByteMoreThanAllowedIsRefusedAndNothingCanBeSeen() {
        FileId id = FileId.random();

        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(
                        () -> files.store(key, id, PURPOSE, new ByteArrayInputStream(random(12 * MIB + 1)), 12 * MIB));

        assertThat(store.names()).doesNotContain(id.text());
        assertThat(store.unfinished()).contains(id.text());
        files.delete(id);
        assertThat(store.unfinished()).doesNotContain(id.text());
    }

    @Test
    void contentThatBreaksOffIsNotStored() {
        FileId id = FileId.random();
        byte[] some = random(6 * MIB);
        InputStream broken = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read < some.length) {
                    return Byte.toUnsignedInt(some[read++]);
                }
                throw new IOException("the client has gone");
            }
        };

        assertThatThrownBy(() -> files.store(key, id, PURPOSE, broken, MAX)).hasMessage("the client has gone");

        assertThat(store.names()).doesNotContain(id.text());
        files.delete(id);
        assertThat(store.unfinished()).doesNotContain(id.text());
    }

    @Test
    void whileTheStoreIsAwayEverythingSaysSo() throws IOException {
        StoredFile file = store(random(10_000));
        store.whileAway(() -> {
            assertAway(() -> store(random(10)));
            assertAway(() -> read(key, PURPOSE, file));
            assertAway(() -> files.delete(file.id()));
        });

        assertThat(read(key, PURPOSE, file)).hasSize(10_000);
    }

    @Test
    void aStoreThatGoesAwayInTheMiddleOfADownloadIsNoEnd() throws IOException {
        StoredFile file = store(random(9 * MIB));
        InputStream content = files.open(key, PURPOSE, file);
        assertThat(content.readNBytes(MIB)).hasSize(MIB);

        store.whileAway(() -> assertThatThrownBy(content::readAllBytes).isInstanceOf(FilesUnavailableException.class));
    }

    @Test
    void whatIsNotThereCanBeDeleted() {
        files.delete(FileId.random());
    }

    @Test
    void anUploadThatTakesTooLongIsGivenUp() {
        var impatient =
                new S3SealedFiles(new ObjectStore(store.client(), TestFiles.BUCKET, TestFiles.KMS_KEY), Duration.ZERO);

        assertAway(() -> impatient.store(key, FileId.random(), PURPOSE, new ByteArrayInputStream(random(1000)), MAX));
    }

    private static <T extends SdkRequest> T sent(Class<T> type, FileId id) {
        synchronized (SENT) {
            return SENT.stream()
                    .filter(request -> type.isInstance(request)
                            && request.getValueForField("Key", String.class)
                                    .filter(id.text()::equals)
                                    .isPresent())
                    .map(type::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private StoredFile store(byte[] content) throws IOException {
        return files.store(key, FileId.random(), PURPOSE, new ByteArrayInputStream(content), MAX);
    }

    private static byte[] read(SubjectKey key, String purpose, StoredFile file) throws IOException {
        try (InputStream content = files.open(key, purpose, file)) {
            return content.readAllBytes();
        }
    }

    private static void assertBroken(ThrowingCallable use) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(use);
    }

    private static void assertAway(ThrowingCallable use) {
        assertThatExceptionOfType(FilesUnavailableException.class).isThrownBy(use);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
