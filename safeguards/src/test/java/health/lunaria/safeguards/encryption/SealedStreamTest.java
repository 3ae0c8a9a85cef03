package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

    private static final int SEGMENT = SealedStream.SEGMENT_LENGTH;
    private static final int HEADER = 37;
    private static final int FIRST = SEGMENT - 40 - 16;
    private static final int FURTHER = SEGMENT - 16;
    private static final Locator ROW = Locator.ofNumber(1);
    private static final RecordAddress ADDRESS = new RecordAddress("stored_file", "attachment", ROW, 1, 0);
    private static final SecureRandom RANDOM = new SecureRandom();

    @SuppressWarnings("unused") // by @FieldSource
    private static final RecordAddress[] OTHER_PLACES = {
        new RecordAddress("stored_files", "attachment", ROW, 1, 0),
        new RecordAddress("stored_file", "export", ROW, 1, 0),
        new RecordAddress("stored_file", "attachment", Locator.ofNumber(2), 1, 0),
        new RecordAddress("stored_file", "attachment", ROW, 2, 0),
        new RecordAddress("stored_file", "attachment", ROW, 1, 1)
    };

    private final SubjectKey key = TestKeys.subjectKey(TestKeys.subject(1), 7);

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                1000,
                FIRST - 1,
                FIRST,
                FIRST + 1,
                FIRST + FURTHER,
                FIRST + FURTHER + 1,
                FIRST + 3 * FURTHER + 5
            })
    void opensWhatItSealedAndKnowsTheLengthBefore(int length) throws IOException {
        byte[] plaintext = random(length);

        byte[] sealed = seal(key, ADDRESS, plaintext);

        assertThat(sealed).hasSize(Math.toIntExact(SubjectKey.sealedLength(length)));
        assertThat(open(key, ADDRESS, sealed)).isEqualTo(plaintext);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, FIRST, FIRST + 1, FIRST + 2 * FURTHER + 9})
    void anIndependentImplementationOpensIt(int length) throws IOException {
        byte[] plaintext = random(length);
        byte[] sealed = seal(key, ADDRESS, plaintext);

        byte[] stream = Arrays.copyOfRange(sealed, HEADER, sealed.length);
        assertThat(reference().decrypt(stream, associatedData())).isEqualTo(plaintext);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, FIRST, FIRST + 1, FIRST + 2 * FURTHER + 9})
    void whatAnIndependentImplementationSealedOpens(int length) throws IOException {
        byte[] plaintext = random(length);
        byte[] stream = reference().encrypt(random(32), random(7), plaintext, associatedData());
        byte[] sealed = ByteBuffer.allocate(HEADER + stream.length)
                .put(header())
                .put(stream)
                .array();

        assertThat(open(key, ADDRESS, sealed)).isEqualTo(plaintext);
    }

    @Test
    void theHeaderIsTheDocumentedOne() throws IOException {
        assertThat(Arrays.copyOf(seal(key, ADDRESS, random(10)), HEADER)).isEqualTo(header());
    }

    @Test
    void twoSealedFormsOfTheSameContentShareNothingButTheHeader() throws IOException {
        byte[] first = seal(key, ADDRESS, new byte[100]);
        byte[] second = seal(key, ADDRESS, new byte[100]);

        assertThat(Arrays.copyOfRange(first, HEADER + 1, 70)).isNotEqualTo(Arrays.copyOfRange(second, HEADER + 1, 70));
        assertThat(Arrays.copyOfRange(first, 77, 193)).isNotEqualTo(Arrays.copyOfRange(second, 77, 193));
    }

    @ParameterizedTest
    @FieldSource("OTHER_PLACES")
    void refusesAStreamThatWasMovedToAnotherPlace(RecordAddress other) throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(100));

        assertBroken(key, other, sealed);
    }

    @Test
    void refusesAStreamOfAnotherSubjectServiceKeyOrVersion() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(100));

        assertBroken(TestKeys.subjectKey(TestKeys.subject(2), 7), ADDRESS, sealed);
        assertBroken(TestKeys.subjectKey(TestKeys.subject(1), 8), ADDRESS, sealed);
        assertBroken(new SubjectKey("billing-service", TestKeys.subject(1), 1, TestKeys.material(7)), ADDRESS, sealed);
        assertBroken(new SubjectKey(TestKeys.SERVICE, TestKeys.subject(1), 2, TestKeys.material(7)), ADDRESS, sealed);
    }

    @Test
    void refusesEveryFlippedBitAndEveryTruncationOfAShortStream() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(20));

        Damage.everyBitFlipped(sealed).forEach(damaged -> assertBroken(key, ADDRESS, damaged));
        Damage.everyTruncation(sealed).forEach(damaged -> assertBroken(key, ADDRESS, damaged));
        Damage.everyBeheading(sealed).forEach(damaged -> assertBroken(key, ADDRESS, damaged));
        assertBroken(key, ADDRESS, Arrays.copyOf(sealed, sealed.length + 1));
    }

    /** At the borders of segments, where each one left is whole, and around them. */
    @Test
    void aReaderNeverGetsToTheEndOfATruncatedStream() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(FIRST + 2 * FURTHER + 100));

        IntStream.rangeClosed(1, 3)
                .flatMap(segment -> IntStream.rangeClosed(-17, 17).map(shift -> HEADER + segment * SEGMENT + shift))
                .filter(length -> length < sealed.length)
                .forEach(length -> assertBroken(key, ADDRESS, Arrays.copyOf(sealed, length)));
    }

    @Test
    void refusesSegmentsInAnotherOrderLeftOutOrRepeated() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(FIRST + 3 * FURTHER));

        assertBroken(key, ADDRESS, withSegments(sealed, 0, 2, 1, 3));
        assertBroken(key, ADDRESS, withSegments(sealed, 0, 1, 3));
        assertBroken(key, ADDRESS, withSegments(sealed, 0, 1, 1, 2, 3));
        assertBroken(key, ADDRESS, withSegments(sealed, 0, 1, 2, 3, 3));
        assertBroken(key, ADDRESS, withSegments(sealed, 1, 2, 3));
        assertThat(open(key, ADDRESS, withSegments(sealed, 0, 1, 2, 3))).hasSize(FIRST + 3 * FURTHER);
    }

    @Test
    void refusesASegmentOfAnotherStreamOfTheSamePlace() throws IOException {
        byte[] first = seal(key, ADDRESS, random(FIRST + 2 * FURTHER));
        byte[] second = seal(key, ADDRESS, random(FIRST + 2 * FURTHER));
        System.arraycopy(second, HEADER + SEGMENT, first, HEADER + SEGMENT, SEGMENT);

        assertBroken(key, ADDRESS, first);
    }

    @Test
    void whatWasClosedBeforeItsEndDoesNotOpen() throws IOException {
        var destination = new ByteArrayOutputStream();
        try (SealingOutput sealing = key.sealing(ADDRESS, destination)) {
            sealing.write(random(FIRST + FURTHER + 10));
        }

        assertBroken(key, ADDRESS, destination.toByteArray());
    }

    @Test
    void nothingCanBeWrittenAfterTheEnd() throws IOException {
        SealingOutput sealing = key.sealing(ADDRESS, new ByteArrayOutputStream());
        sealing.finish();

        assertThatThrownBy(() -> sealing.write(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(sealing::finish).isInstanceOf(IOException.class);
    }

    @Test
    void anOpenStreamOutlivesItsKeyAndANewOneDoesNotBegin() throws IOException {
        byte[] plaintext = random(FIRST + 3 * FURTHER);
        var destination = new ByteArrayOutputStream();
        SubjectKey sealer = key.copy();
        SealingOutput sealing = sealer.sealing(ADDRESS, destination);
        sealing.write(plaintext, 0, 10);
        sealer.destroy();
        sealing.write(plaintext, 10, plaintext.length - 10);
        sealing.finish();

        SubjectKey opener = key.copy();
        InputStream opened = opener.opening(ADDRESS, new ByteArrayInputStream(destination.toByteArray()));
        assertThat(opened.readNBytes(10)).isEqualTo(Arrays.copyOf(plaintext, 10));
        opener.destroy();
        assertThat(opened.readAllBytes()).isEqualTo(Arrays.copyOfRange(plaintext, 10, plaintext.length));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sealer.sealing(ADDRESS, new ByteArrayOutputStream()));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> opener.opening(ADDRESS, new ByteArrayInputStream(destination.toByteArray())));
    }

    @Test
    void afterAFailureEveryFurtherReadFails() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(FIRST + FURTHER));
        sealed[HEADER + SEGMENT + 5] ^= 1;
        InputStream opened = key.opening(ADDRESS, new ByteArrayInputStream(sealed));
        assertThat(opened.readNBytes(FIRST)).hasSize(FIRST);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(opened::read);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(opened::read);
    }

    @Test
    void aSourceThatFailsIsNotTakenForABrokenSeal() throws IOException {
        byte[] sealed = seal(key, ADDRESS, random(FIRST + FURTHER));
        InputStream failing = new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                if (position == SEGMENT) {
                    throw new IOException("away");
                }
                return Byte.toUnsignedInt(sealed[position++]);
            }
        };

        assertThatThrownBy(() -> key.opening(ADDRESS, failing).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("away");
    }

    @Test
    void aRecordIsNoStreamAndAStreamNoRecord() throws IOException {
        assertBroken(key, ADDRESS, key.seal(ADDRESS, random(200)));
        byte[] stream = seal(key, ADDRESS, random(200));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key.open(ADDRESS, stream));
    }

    @Test
    void doesNotShowItself() throws IOException {
        assertThat(key.sealing(ADDRESS, new ByteArrayOutputStream())).hasToString("SealingOutput[redacted]");
        assertThat(key.opening(ADDRESS, new ByteArrayInputStream(seal(key, ADDRESS, random(1)))))
                .hasToString("OpenedInput[redacted]");
    }

    private static byte[] withSegments(byte[] sealed, int... segments) {
        var out = new ByteArrayOutputStream();
        out.write(sealed, 0, HEADER);
        for (int segment : segments) {
            out.write(sealed, HEADER + segment * SEGMENT, SEGMENT);
        }
        return out.toByteArray();
    }

    private static ReferenceStreaming reference() {
        return new ReferenceStreaming(streamKey(), SEGMENT);
    }

    private static byte[] streamKey() {
        return ReferenceHkdf.derive(TestKeys.bytes(7), new byte[0], "lunaria.stream.v1".getBytes(US_ASCII), 32);
    }

    private static byte[] header() {
        byte[] commitment = KeyMaterial.takeOver(streamKey()).hmac("lunaria.commit.v1".getBytes(US_ASCII));
        return ByteBuffer.allocate(HEADER)
                .put((byte) 1)
                .putInt(1)
                .put(commitment)
                .array();
    }

    private static byte[] associatedData() {
        return ADDRESS.associatedData(TestKeys.SERVICE, TestKeys.bytes(1));
    }

    private static byte[] seal(SubjectKey key, RecordAddress address, byte[] plaintext) throws IOException {
        var destination = new ByteArrayOutputStream();
        SealingOutput sealing = key.sealing(address, destination);
        sealing.write(plaintext);
        sealing.finish();
        return destination.toByteArray();
    }

    private static byte[] open(SubjectKey key, RecordAddress address, byte[] sealed) {
        try {
            return key.opening(address, new ByteArrayInputStream(sealed)).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void assertBroken(SubjectKey key, RecordAddress address, byte[] sealed) {
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> open(key, address, sealed))
                .withNoCause();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
