package health.lunaria.cycle.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules case by case, on charts made by hand from the published wording. */
class SignChartTest {

    static Stream<SignChart> charts() {
        return Stream.of("temperature", "mucus", "cervix", "together").flatMap(file -> SignChart.read(file).stream());
    }

    @Test
    void everyChartIsRead() {
        assertThat(charts().map(SignChart::name)).hasSize(97).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theRulesSayWhatIsExpected(SignChart chart) {
        Map<String, String> expected = new HashMap<>(chart.expected());
        expected.computeIfPresent("lower", (key, days) -> spelledOut(days));
        assertThat(said(CycleSigns.of(chart.days()))).isEqualTo(expected);
    }

    private static Map<String, String> said(CycleSigns signs) {
        Map<String, String> said = new HashMap<>();
        if (signs.rise() != null) {
            TemperatureRise rise = signs.rise();
            said.put("rise", SignChart.number(rise.firstHigher()));
            said.put("cover", rise.coverline().toPlainString());
            said.put("by", word(rise.rule()));
            said.put("through", SignChart.number(rise.completedOn()));
            said.put("lower", numbers(rise.lowerDays()));
            if (rise.passedOver() != null) {
                said.put("passed", SignChart.number(rise.passedOver()));
            }
        }
        if (signs.peak() != null) {
            said.put(
                    "peak",
                    word(signs.peak().sign()) + ":"
                            + SignChart.number(signs.peak().day()));
            if (signs.peak().completedOn() != null) {
                said.put("closed", SignChart.number(signs.peak().completedOn()));
            }
        }
        signs.confirmedOn().ifPresent(day -> said.put("confirmed", SignChart.number(day)));
        signs.ovulation().ifPresent(day -> said.put("ovulation", SignChart.number(day)));
        return said;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String numbers(List<LocalDate> dates) {
        return dates.stream().map(SignChart::number).collect(Collectors.joining(","));
    }

    private static String spelledOut(String days) {
        String[] ends = days.split("-");
        return ends.length == 1
                ? days
                : Stream.iterate(Integer.parseInt(ends[0]), day -> day + 1)
                        .limit(Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1L)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }
}
