package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedRecordTest {

    private static final int KEY_VERSION = 0x01020304;
    private static final byte[] KEY = TestKeys.bytes(7);
    private static final byte[] PLAINTEXT = "spotting, 36.6 °C".getBytes(UTF_8);
    private static final byte[] AAD = "where it stands".getBytes(UTF_8);

    private final SealedRecord records = records(7, KEY_VERSION);

    @Test
    void hasTheDocumentedLayout() {
        byte[] sealed = records.seal(PLAINTEXT, AAD);

        assertThat(sealed).hasSize(PLAINTEXT.length + 77);
        assertThat(sealed[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(sealed, 1, 5)).containsExactly(1, 2, 3, 4);
        assertThat(Arrays.copyOfRange(sealed, 5, 37)).isEqualTo(ReferenceXaes.commitment(KEY));
    }

    @Test
    void neverRepeatsANonceOrACiphertext() {
        Set<String> nonces = new HashSet<>();
        Set<String> ciphertexts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            byte[] sealed = records.seal(PLAINTEXT, AAD);
            nonces.add(Arrays.toString(Arrays.copyOfRange(sealed, 37, 61)));
            ciphertexts.add(Arrays.toString(Arrays.copyOfRange(sealed, 61, sealed.length)));
        }
        assertThat(nonces).hasSize(1000);
        assertThat(ciphertexts).hasSize(1000);
    }

    @Test
    void refusesEveryFlippedBit() {
        assertThatNoneOpens(Damage.everyBitFlipped(records.seal(PLAINTEXT, AAD)));
    }

    @Test
    void refusesEveryTruncation() {
        assertThatNoneOpens(Damage.everyTruncation(records.seal(PLAINTEXT, AAD)));
    }

    @Test
    void refusesEveryBeheading() {
        assertThatNoneOpens(Damage.everyBeheading(records.seal(PLAINTEXT, AAD)));
    }

    @Test
    void refusesEveryAppendedByte() {
        byte[] sealed = records.seal(PLAINTEXT, AAD);
        assertThatNoneOpens(Stream.iterate(0, value -> value < 256, value -> value + 1)
                .map(value -> {
                    byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
                    longer[sealed.length] = value.byteValue();
                    return longer;
                }));
    }

    @Test
    void refusesTwoRecordsInOne() {
        byte[] sealed = records.seal(PLAINTEXT, AAD);
        byte[] twice = Arrays.copyOf(sealed, sealed.length * 2);
        System.arraycopy(sealed, 0, twice, sealed.length, sealed.length);
        assertThatNoneOpens(Stream.of(twice));
    }

    @Test
    void refusesPartsOfOneRecordInAnother() {
        byte[] first = records.seal(PLAINTEXT, AAD);
        byte[] second = records.seal(PLAINTEXT, AAD);
        byte[] otherNonce = first.clone();
        System.arraycopy(second, 37, otherNonce, 37, 24);
        byte[] otherTag = first.clone();
        System.arraycopy(second, second.length - 16, otherTag, first.length - 16, 16);
        assertThatNoneOpens(Stream.of(otherNonce, otherTag));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 0x7f, 0x80, 0xff})
    void refusesEveryOtherFormatVersion(int version) {
        byte[] sealed = records.seal(PLAINTEXT, AAD);
        sealed[0] = (byte) version;

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(sealed, AAD))
                .withMessage("The record has an unknown format version");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KEY_VERSION + 1, -KEY_VERSION, Integer.MAX_VALUE})
    void refusesAnotherKeyVersionEvenWithTheSameKey(int keyVersion) {
        byte[] sealed = records(7, keyVersion).seal(PLAINTEXT, AAD);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(sealed, AAD))
                .withMessage("The record was sealed under another version of the key");
    }

    @Test
    void refusesARecordOfAnotherKey() {
        byte[] sealed = records(8, KEY_VERSION).seal(PLAINTEXT, AAD);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(sealed, AAD))
                .withMessage("The record was sealed under another key");
    }

    /** Without the commitment such a record would open under both keys if someone had crafted it to. */
    @Test
    void comparesTheCommitmentBeforeItDecrypts() {
        byte[] sealed = records.seal(PLAINTEXT, AAD);
        System.arraycopy(ReferenceXaes.commitment(TestKeys.bytes(8)), 0, sealed, 5, 32);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(sealed, AAD))
                .withMessage("The record was sealed under another key");
    }

    @Test
    void refusesAnotherKeysCiphertextUnderItsOwnCommitment() {
        byte[] sealed = records(8, KEY_VERSION).seal(PLAINTEXT, AAD);
        System.arraycopy(ReferenceXaes.commitment(KEY), 0, sealed, 5, 32);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(sealed, AAD))
                .withMessage("The record was altered or does not belong here");
    }

    @Test
    void refusesEveryAlteredAssociatedData() {
        byte[] sealed = records.seal(PLAINTEXT, AAD);
        Stream.concat(Damage.everyBitFlipped(AAD), Damage.everyTruncation(AAD))
                .forEach(other -> assertThatExceptionOfType(SealBrokenException.class)
                        .isThrownBy(() -> records.open(sealed, other)));
    }

    @Test
    void cannotBeMadeOfADestroyedKey() {
        KeyMaterial destroyed = TestKeys.material(7);
        destroyed.destroy();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new SealedRecord(destroyed, 1));
    }

    private void assertThatNoneOpens(Stream<byte[]> damaged) {
        damaged.forEach(record -> assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> records.open(record, AAD))
                .withNoCause());
    }

    private static SealedRecord records(int key, int keyVersion) {
        return new SealedRecord(TestKeys.material(key), keyVersion);
    }
}
