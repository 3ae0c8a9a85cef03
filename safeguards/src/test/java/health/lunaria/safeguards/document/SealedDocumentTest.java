package health.lunaria.safeguards.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeysOfTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a document is addressed; what its table does is tested with the documents of the services. */
class SealedDocumentTest {

    record Letter(String text) {}

    private static final Letter LETTER = new Letter("dear diary");
    private static final SealedDocument<Letter> LETTERS = SealedDocument.of("letter_list", 1, Letter.class);

    private final SubjectKey key = SubjectKeysOfTests.of(1);

    /** The address is a stored format: another one would lose what is written. */
    @Test
    void aDocumentIsTheOnlyRowOfItsSubjectInTheColumnSealed() {
        SealedColumn<Letter> column = SealedColumn.of("letter_list", "sealed", 1, Letter.class);

        assertThat(LETTERS.open(key, 3, column.seal(key, Locator.NONE, 3, LETTER)))
                .isEqualTo(new Versioned<>(LETTER, 3));
        assertThat(column.open(key, Locator.NONE, 3, LETTERS.seal(key, new Versioned<>(LETTER, 3))))
                .isEqualTo(LETTER);
    }

    @ParameterizedTest
    @CsvSource({"2,letter_list,1", "4,letter_list,1", "3,letter,1", "3,letter_list,2"})
    void aDocumentDoesNotOpenElsewhere(long version, String table, int schemaVersion) {
        byte[] sealed = LETTERS.seal(key, new Versioned<>(LETTER, 3));
        SealedDocument<Letter> elsewhere = SealedDocument.of(table, schemaVersion, Letter.class);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> elsewhere.open(key, version, sealed));
    }

    @Test
    void aDocumentDoesNotOpenForAnother() {
        byte[] sealed = LETTERS.seal(key, new Versioned<>(LETTER, 3));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> LETTERS.open(SubjectKeysOfTests.of(2), 3, sealed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Letter",
                "letter list",
                "letter;",
                "letter_",
                "\"letter\"",
                "letter where true--",
                "letter\n"
            })
    void aTableThatNeedsQuotesIsRefused(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> SealedDocument.of(table, 1, Letter.class));
    }

    @Test
    void theTextOfADocumentIsRedacted() {
        assertThat(new Versioned<>(LETTER, 3)).hasToString("Versioned[redacted]");
    }
}
