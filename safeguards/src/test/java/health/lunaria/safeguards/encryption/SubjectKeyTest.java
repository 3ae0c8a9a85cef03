package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SubjectKeyTest {

    private static final Locator ROW = Locator.ofNumber(1);
    private static final RecordAddress ADDRESS = new RecordAddress("month", "days", ROW, 1, 3);
    private static final byte[] PLAINTEXT = "a note".getBytes(UTF_8);

    @SuppressWarnings("unused") // by @FieldSource
    private static final RecordAddress[] OTHER_PLACES = {
        new RecordAddress("months", "days", ROW, 1, 3),
        new RecordAddress("", "days", ROW, 1, 3),
        new RecordAddress("month", "day", ROW, 1, 3),
        new RecordAddress("monthd", "ays", ROW, 1, 3),
        new RecordAddress("days", "month", ROW, 1, 3),
        new RecordAddress("month", "days", Locator.ofNumber(2), 1, 3),
        new RecordAddress("month", "days", Locator.NONE, 1, 3),
        new RecordAddress("month", "days", ROW, 2, 3),
        new RecordAddress("month", "days", ROW, 3, 1),
        new RecordAddress("month", "days", ROW, 1, 2),
        new RecordAddress("month", "days", ROW, 1, 4),
        new RecordAddress("month", "days", ROW, 1, 0),
        new RecordAddress("month", "days", ROW, 1, 3L + (1L << 32))
    };

    private final SubjectKey key = TestKeys.subjectKey(TestKeys.subject(1), 7);

    @Test
    void opensWhatItSealedForTheSamePlace() {
        assertThat(key.open(ADDRESS, key.seal(ADDRESS, PLAINTEXT))).isEqualTo(PLAINTEXT);
    }

    @Test
    void aCopyOpensWhatTheOriginalSealedAndOutlivesIt() {
        SubjectKey copy = key.copy();
        byte[] sealed = key.seal(ADDRESS, PLAINTEXT);
        key.destroy();

        assertThat(copy.open(ADDRESS, sealed)).isEqualTo(PLAINTEXT);
        assertThat(copy.locator("2026-11"))
                .isEqualTo(TestKeys.subjectKey(TestKeys.subject(1), 7).locator("2026-11"));
    }

    @ParameterizedTest
    @FieldSource("OTHER_PLACES")
    void refusesARecordThatWasMovedToAnotherPlace(RecordAddress other) {
        byte[] sealed = key.seal(ADDRESS, PLAINTEXT);

        assertBroken(() -> key.open(other, sealed));
        assertBroken(() -> key.open(ADDRESS, key.seal(other, PLAINTEXT)));
    }

    /** Even if both subjects had the same key by accident. */
    @Test
    void refusesARecordOfAnotherSubjectUnderTheSameKey() {
        byte[] sealed = TestKeys.subjectKey(TestKeys.subject(2), 7).seal(ADDRESS, PLAINTEXT);

        assertBroken(() -> key.open(ADDRESS, sealed));
    }

    @Test
    void refusesARecordOfAnotherKeyOfTheSameSubject() {
        byte[] sealed = TestKeys.subjectKey(TestKeys.subject(1), 8).seal(ADDRESS, PLAINTEXT);

        assertBroken(() -> key.open(ADDRESS, sealed));
    }

    @Test
    void refusesARecordOfAnotherServiceUnderTheSameKey() {
        SubjectKey other = new SubjectKey("billing-service", TestKeys.subject(1), 1, TestKeys.material(7));

        assertBroken(() -> key.open(ADDRESS, other.seal(ADDRESS, PLAINTEXT)));
    }

    @Test
    void refusesARecordOfAnotherKeyVersion() {
        SubjectKey next = new SubjectKey(TestKeys.SERVICE, TestKeys.subject(1), 2, TestKeys.material(7));

        assertBroken(() -> key.open(ADDRESS, next.seal(ADDRESS, PLAINTEXT)));
        assertBroken(() -> next.open(ADDRESS, key.seal(ADDRESS, PLAINTEXT)));
    }

    @Test
    void refusesEveryFlippedBitAndEveryTruncation() {
        byte[] sealed = key.seal(ADDRESS, PLAINTEXT);

        Damage.everyBitFlipped(sealed).forEach(damaged -> assertBroken(() -> key.open(ADDRESS, damaged)));
        Damage.everyTruncation(sealed).forEach(damaged -> assertBroken(() -> key.open(ADDRESS, damaged)));
    }

    @Test
    void aLocatorIsTheDocumentedMac() {
        byte[] locatorKey = Hkdf.derive(TestKeys.material(7), "lunaria.locator.v1".getBytes(US_ASCII))
                .reveal(byte[]::clone);
        byte[] mac = KeyMaterial.takeOver(locatorKey).hmac("2026-11".getBytes(US_ASCII));

        assertThat(key.locator("2026-11").bytes()).isEqualTo(Arrays.copyOf(mac, 16));
    }

    @Test
    void locatorsDifferByLabelAndByKey() {
        Set<Locator> locators = new HashSet<>();
        for (int month = 1; month <= 12; month++) {
            locators.add(key.locator("2026-" + month));
            locators.add(TestKeys.subjectKey(TestKeys.subject(1), 8).locator("2026-" + month));
        }
        assertThat(locators).hasSize(24);
        assertThat(key.locator("2026-1")).isEqualTo(key.locator("2026-1"));
    }

    @Test
    void everyUseFailsAfterItsDestruction() {
        byte[] sealed = key.seal(ADDRESS, PLAINTEXT);
        key.destroy();
        key.destroy();

        assertDestroyed(() -> key.seal(ADDRESS, PLAINTEXT));
        assertDestroyed(() -> key.open(ADDRESS, sealed));
        assertDestroyed(() -> key.locator("2026-11"));
        assertDestroyed(key::copy);
    }

    @Test
    void doesNotShowItself() {
        String secret = HexFormat.of().formatHex(TestKeys.bytes(7));

        assertThat(key.toString()).isEqualTo("SubjectKey[redacted]").doesNotContain(secret);
        assertThat(TestKeys.subject(1)).hasToString("SubjectRef[redacted]");
    }

    private static void assertBroken(ThrowingSupplier<?> use) {
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(use::get)
                .withNoCause();
    }

    private static void assertDestroyed(ThrowingSupplier<?> use) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(use::get)
                .withMessage("This key was destroyed");
    }
}
