package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

/** What {@code docs/export.md} says about reading a cell back leads to what was written. */
class CsvCellPropertiesTest {

    @Property
    void aTextComesBack(@ForAll("texts") String text) {
        assertThat(unguarded(unquoted(CsvCell.quoted(CsvCell.text(text))))).isEqualTo(text);
    }

    @Property
    void aListComesBack(@ForAll @NotEmpty List<@From("words") String> texts) {
        assertThat(split(unguarded(unquoted(CsvCell.quoted(CsvCell.texts(texts))))))
                .isEqualTo(texts);
    }

    @Property
    void noCellBeginsLikeAFormula(@ForAll("texts") String text) {
        assertThat(CsvCell.text(text)).doesNotStartWith("=").doesNotMatch("(?s)[=+\\-@\t\r].*");
    }

    @Property
    void whatIsNotInQuotesHasNoSeparator(@ForAll("texts") String text) {
        String cell = CsvCell.quoted(text);

        assertThat(cell.startsWith("\"") || cell.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("=+-@\t\r\n'\",|\\ab😴").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("=+-@\t\r\n'\",|\\ab")
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static List<String> split(String cell) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\') {
                text.append(cell.charAt(++i));
            } else if (c == '|') {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        texts.add(text.toString());
        return texts;
    }
}
