package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedColumnTest {

    record Entry(LocalDate date, Instant savedAt, Sensitive<String> note, List<String> symptoms, Double temperature) {}

    record Other(String note, boolean flag) {}

    record Unwritable(String note) {

        @Override
        public String note() {
            throw new IllegalStateException("very private");
        }
    }

    private static final Locator ROW = Locator.ofNumber(1);
    private static final Entry ENTRY = new Entry(
            LocalDate.of(2026, 11, 24),
            Instant.parse("2026-11-24T08:00:00.123Z"),
            Sensitive.of("a note"),
            List.of("cramps", "headache"),
            36.6);
    private static final SealedColumn<Entry> COLUMN = SealedColumn.of("month", "days", 1, Entry.class);

    private final SubjectKey key = TestKeys.subjectKey(TestKeys.subject(1), 7);

    @Test
    void opensWhatItSealed() {
        assertThat(COLUMN.open(key, ROW, 3, COLUMN.seal(key, ROW, 3, ENTRY))).isEqualTo(ENTRY);
    }

    @Test
    void opensWhatItSealedUnderAServiceKey() {
        var serviceKey = new ServiceKey(TestKeys.SERVICE, ServiceKey.Purpose.CURSOR, TestKeys.material(7));

        assertThat(COLUMN.open(serviceKey, ROW, 3, COLUMN.seal(serviceKey, ROW, 3, ENTRY)))
                .isEqualTo(ENTRY);
        assertBroken(key, COLUMN, ROW, 3, COLUMN.seal(serviceKey, ROW, 3, ENTRY));
    }

    /** 256 bytes of padded plaintext, whether there is much or little in it. */
    @Test
    void hidesTheLength() {
        Entry small = new Entry(LocalDate.EPOCH, Instant.EPOCH, Sensitive.of("x"), List.of(), null);

        assertThat(COLUMN.seal(key, ROW, 3, ENTRY)).hasSize(256 + SealedRecord.OVERHEAD);
        assertThat(COLUMN.seal(key, ROW, 3, small)).hasSize(256 + SealedRecord.OVERHEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "months, days, 1, 1, 3", // another table
        "month, day, 1, 1, 3", // another column
        "month, days, 2, 1, 3", // another schema version
        "month, days, 1, 2, 3", // another row
        "month, days, 1, 1, 2", // an older row version
        "month, days, 1, 1, 4"
    })
    void refusesAValueThatWasMoved(String table, String column, int schemaVersion, long row, long rowVersion) {
        SealedColumn<Entry> other = SealedColumn.of(table, column, schemaVersion, Entry.class);

        assertBroken(key, other, Locator.ofNumber(row), rowVersion, COLUMN.seal(key, ROW, 3, ENTRY));
    }

    @Test
    void refusesAnotherUsersValue() {
        SubjectKey hers = TestKeys.subjectKey(TestKeys.subject(2), 8);

        assertBroken(key, COLUMN, ROW, 3, COLUMN.seal(hers, ROW, 3, ENTRY));
    }

    @Test
    void refusesAnAlteredValue() {
        byte[] sealed = COLUMN.seal(key, ROW, 3, ENTRY);
        sealed[sealed.length - 1] ^= 1;

        assertBroken(key, COLUMN, ROW, 3, sealed);
    }

    @Test
    void refusesAValueThatIsNotWhatItsVersionSaysWithoutQuotingIt() {
        SealedColumn<Other> wrongType = SealedColumn.of("month", "days", 1, Other.class);
        byte[] sealed = wrongType.seal(key, ROW, 3, new Other("very private", true));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> COLUMN.open(key, ROW, 3, sealed))
                .withMessage("A value of month.days is not what its version says")
                .withNoCause();
    }

    @Test
    void refusesBytesThatAreNotPadded() {
        var address = new RecordAddress("month", "days", ROW, 1, 3);
        byte[] sealed = key.seal(address, new byte[] {(byte) 0xff, 0, 0, 0, 1});

        assertBroken(key, COLUMN, ROW, 3, sealed);
    }

    @Test
    void reportsAnUnwritableValueWithoutQuotingIt() {
        SealedColumn<Unwritable> column = SealedColumn.of("month", "days", 1, Unwritable.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> column.seal(key, ROW, 3, new Unwritable("very private")))
                .withMessage("A value of month.days cannot be written as CBOR")
                .withNoCause();
    }

    @Test
    void refusesADestroyedKey() {
        byte[] sealed = COLUMN.seal(key, ROW, 3, ENTRY);
        key.destroy();

        assertThatIllegalStateException().isThrownBy(() -> COLUMN.open(key, ROW, 3, sealed));
        assertThatIllegalStateException().isThrownBy(() -> COLUMN.seal(key, ROW, 3, ENTRY));
    }

    private static void assertBroken(
            SubjectKey key, SealedColumn<Entry> column, Locator row, long rowVersion, byte[] sealed) {
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> column.open(key, row, rowVersion, sealed))
                .withNoCause();
    }
}
