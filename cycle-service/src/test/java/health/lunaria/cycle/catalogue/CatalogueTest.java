package health.lunaria.cycle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.DayFields;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    @Test
    void everyCodeHasALabelInEveryLanguage() {
        for (Locale language : Labels.LANGUAGES) {
            for (Catalogue.Group group : Catalogue.GROUPS) {
                for (String code : group.codes()) {
                    assertThat(Labels.of(group.field(), code, language))
                            .as("%s.%s in %s", group.field(), code, language)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void codesAreWellFormedAndNamedOnceAndBelongToFieldsOfADay() {
        for (Catalogue.Group group : Catalogue.GROUPS) {
            assertThat(DayFields.NAMES).contains(group.field());
            assertThat(group.codes()).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        }
    }

    @Test
    void valuesOfEnumsAreCalledAsInJson() throws Exception {
        var mucus = Catalogue.GROUPS.stream()
                .filter(group -> group.field().equals("cervicalMucus"))
                .findFirst()
                .orElseThrow();
        for (CervicalMucus value : CervicalMucus.values()) {
            assertThat(mucus.contains(new ObjectMapper().convertValue(value, String.class)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,en",
                "'',en",
                "de,de",
                "'de-AT,de;q=0.9',de",
                "'fr,ja;q=0.5',ja",
                "xx,en",
                "'*',en",
                "';;;',en"
            })
    void theBestLanguageIsFound(String acceptLanguage, String language) {
        assertThat(Labels.best(acceptLanguage).getLanguage()).isEqualTo(language);
    }
}
