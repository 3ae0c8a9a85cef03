package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordDocumentTest {

    private static final String DOCUMENT = """
            Front page
            <!-- begin a -->
            old
            <!-- end a -->
            <!-- begin b -->
            <!-- end b -->
            """;

    @Test
    void aSectionIsWrittenAndTheRestStays() {
        assertThat(new RecordDocument(DOCUMENT).with("a", "new\n").text()).isEqualTo(DOCUMENT.replace("old", "new"));
    }

    @Test
    void aSectionIsRead() {
        assertThat(new RecordDocument(DOCUMENT).section("a")).isEqualTo("old\n");
        assertThat(new RecordDocument(DOCUMENT).section("b")).isEmpty();
    }

    @Test
    void aSectionWithoutAPlaceIsNoEmptySection() {
        assertThatThrownBy(() -> new RecordDocument(DOCUMENT).section("c"))
                .hasMessageContaining("there is not exactly one mark <!-- begin c -->");
    }

    @Test
    void aSectionWithTwoPlacesIsRefused() {
        assertThatThrownBy(() -> new RecordDocument(DOCUMENT + DOCUMENT).section("a"))
                .hasMessageContaining("there is not exactly one mark <!-- begin a -->");
    }

    @Test
    void marksInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new RecordDocument("<!-- end a -->\n<!-- begin a -->\n").section("a"))
                .hasMessage("a section ends before it begins");
    }
}
