package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Flow;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, separators, quotes and line ends, whichever app wrote them. */
class CsvInputTest {

    private static final String BOM = "\ufeff";
    private static final String FILE = "date,flow,note\r\n2026-01-03,light,Tränen\r\n";

    /** Repeats one byte for ever. */
    private static final class Endless extends InputStream {

        private final int repeated;

        Endless(int repeated) {
            this.repeated = repeated;
        }

        @Override
        public int read() {
            return repeated;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsUnicodeWithAMark(String charset) throws ImportException {
        assertReads((BOM + FILE).getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
    void readsWithoutAMark(String charset) throws ImportException {
        assertReads(FILE.getBytes(Charset.forName(charset)));
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWindowsSomewhereLateToo() throws ImportException {
        String file = "date,note\n" + "2026-01-03,Ä\n".repeat(2000) + "2026-01-04,\u20ac\n";

        ImportedDays imported = read(file.getBytes(Charset.forName("windows-1252")));

        assertThat(imported.days().get(0).note().disclose()).isEqualTo("Ä");
        assertThat(imported.days().get(1).note().disclose()).isEqualTo("\u20ac");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsEverySeparator(String separator) throws ImportException {
        assertReads(FILE.replace(",", separator).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEnd(String end) throws ImportException {
        assertReads(FILE.replace("\r\n", end).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsQuotedHeaders() throws ImportException {
        assertReads(FILE.replace("date,flow,note", "\"date\",\"flow\",\"note\"").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsALastLineWithoutEnd() throws ImportException {
        assertReads(FILE.stripTrailing().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        ImportException refused = refusal("date,note\n2026-01-03,a\n2026-01-04,\"private\n2026-01-05,b\n");

        assertThat(refused.reason()).isEqualTo("not-csv");
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.getMessage()).doesNotContain("private");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void refusesTextBehindAClosingQuote() {
        assertThat(refusal("date,note\n2026-01-03,\"a\"b\n").reason()).isEqualTo("not-csv");
    }

    @Test
    void refusesMoreCellsThanColumns() {
        ImportException refused = refusal("date,note\n2026-01-03,a,b\n");

        assertThat(refused.reason()).isEqualTo("not-csv");
        assertThat(refused.line()).isEqualTo(2);
    }

    @Test
    void refusesColumnsThatAreCalledTheSame() {
        assertThat(refusal("date,note,note\n2026-01-03,a,b\n").reason()).isEqualTo("duplicate-name");
    }

    @Test
    void refusesTooManyColumns() {
        assertThat(refusal("date,note" + ",x".repeat(300) + "\n").reason()).isEqualTo("too-much");
    }

    @Test
    void refusesTooLongCells() {
        assertThat(refusal("date,note\n2026-01-03," + "a".repeat(70_000) + "\n").reason())
                .isEqualTo("too-long");
    }

    @Test
    void refusesACellWithoutEndInBoundedMemory() {
        InputStream begin = new ByteArrayInputStream("date,note\n2026-01-03,\"".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(new SequenceInputStream(begin, new Endless('a')), Imports.LIMITS)
                        .reason())
                .isEqualTo("too-large");
    }

    @Test
    void refusesZeroBytesAndHalvesOfUtf16() {
        assertThat(refusal("date,note\n2026-01-03,a\0b\n").reason()).isEqualTo("not-text");
        byte[] utf16 = (BOM + FILE).getBytes(StandardCharsets.UTF_16LE);
        byte[] half = Arrays.copyOf(utf16, utf16.length - 1);
        assertThat(refusal(half).reason()).isEqualTo("not-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "date\n2026-01-03\n", "hello", "flow,note\nlight,a\n", "<html>", "{}", "[]"})
    void refusesWhatIsOfNoKnownFormat(String file) {
        assertThat(refusal(file).reason()).isEqualTo("unknown-format");
    }

    @Test
    void refusesNothing() {
        assertThat(refusal("").reason()).isEqualTo("empty");
    }

    private static void assertReads(byte[] file) throws ImportException {
        assertThat(onlyDay(read(file)).flow()).isEqualTo(Flow.LIGHT);
        assertThat(onlyDay(read(file)).note().disclose()).isEqualTo("Tränen");
    }
}
