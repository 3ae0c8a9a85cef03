package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWordsTest {

    @Test
    void everyLanguageHasTheSameWords() throws IOException {
        Set<Object> english = keys("en");

        for (String language : ReportWords.LANGUAGES) {
            assertThat(keys(language)).as(language).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everySymptomOfTheCatalogueHasAName(String language) {
        ReportWords words = ReportWords.of(Locale.forLanguageTag(language));

        Catalogue.SYMPTOMS
                .codes()
                .forEach(code -> assertThat(words.get("symptoms." + code)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ja", "und", "en-GB"})
    void anUnknownLanguageIsEnglish(String tag) {
        assertThat(ReportWords.of(Locale.forLanguageTag(tag)).get("title")).isEqualTo("Menstrual cycle report");
    }

    @Test
    void numbersAndDatesFollowTheLanguage() {
        ReportWords german = ReportWords.of(Locale.GERMAN);

        assertThat(german.decimal(28.25)).isEqualTo("28,2");
        assertThat(german.date(LocalDate.of(2026, 3, 1))).isEqualTo("01.03.2026");
    }

    @Test
    void aMissingWordIsAnError() {
        assertThatThrownBy(() -> ReportWords.of(Locale.ENGLISH).get("nonsense"))
                .isInstanceOf(MissingResourceException.class);
    }

    private static Set<Object> keys(String language) throws IOException {
        try (InputStream file = ReportWords.class.getResourceAsStream("/export/report_" + language + ".properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words.keySet();
        }
    }
}
