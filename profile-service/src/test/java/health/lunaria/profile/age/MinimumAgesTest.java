package health.lunaria.profile.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumAgesTest {

    @ParameterizedTest
    @CsvSource({"DE,16", "AT,14", "FR,15", "GB,13", "US,13", "KR,14", "CN,14", "BR,12", "IN,18"})
    void aCountryHasTheAgeOfItsLaw(String country, int age) {
        assertThat(MinimumAges.load().of(country)).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CH", "JP", "AQ", "XX", ""})
    void whereNoLawIsKnownTheHighestOfEuropeCounts(String country) {
        assertThat(MinimumAges.load().of(country)).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE,16",
                "DE,16,",
                "DE,16, ",
                "DE,11,a law",
                "DE,19,a law",
                "DE,x,a law",
                "de,16,a law",
                "DEU,16,a law",
                ""
            })
    void aLineThatIsNotOneStopsTheStart(String line) {
        assertThatThrownBy(() -> MinimumAges.parse(List.of(line))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCountryHasOneAge() {
        assertThatThrownBy(() -> MinimumAges.parse(List.of("DE,16,a law", "DE,14,another")))
                .isInstanceOf(IllegalStateException.class);
    }
}
