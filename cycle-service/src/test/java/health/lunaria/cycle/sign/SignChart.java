package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A chart of one cycle, made by hand, and what the rules say of it. In the files below {@code sign/} a chart is a name after
 * {@code =}, what is expected after {@code >} (what is not mentioned is not there), and one line a day: its number, then in
 * any order
 *
 * <ul>
 *   <li>the temperature, with {@code !} if it was disturbed
 *   <li>mucus by the symbols of the method: {@code d 0 f S S+} for dry, nothing, moist, creamy and egg-white
 *   <li>cervix: {@code h} hard or {@code s} soft, then {@code c} closed, {@code m} medium or {@code o} open; {@code ?} if
 *       not felt
 *   <li>{@code lh+} or {@code lh-}, a test for luteinising hormone
 * </ul>
 */
record SignChart(String name, Map<String, String> expected, List<Day> days) {

    private static final LocalDate DAY_ZERO = LocalDate.of(2026, 3, 1);

    private static final Map<String, CervicalMucus> MUCUS = Map.of(
            "d", CervicalMucus.DRY,
            "0", CervicalMucus.NOTHING,
            "f", CervicalMucus.MOIST,
            "S", CervicalMucus.CREAMY,
            "S+", CervicalMucus.EGG_WHITE);
    private static final Map<Character, CervixFirmness> FIRMNESS =
            Map.of('h', CervixFirmness.HARD, 's', CervixFirmness.SOFT);
    private static final Map<Character, CervixOpening> OPENING =
            Map.of('c', CervixOpening.CLOSED, 'm', CervixOpening.MEDIUM, 'o', CervixOpening.OPEN);

    static List<SignChart> read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(SignChart.class.getResourceAsStream("/sign/" + file + ".txt"))) {
            return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"))
                    .map(SignChart::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a day in the cycle, from 1. */
    static String number(LocalDate date) {
        return Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, date));
    }

    @Override
    public String toString() {
        return name;
    }

    private static SignChart parse(String block) {
        String name = null;
        Map<String, String> expected = new LinkedHashMap<>();
        List<Day> days = new ArrayList<>();
        for (String line : block.strip().split("\n")) {
            List<String> words = List.of(line.split(" "));
            switch (words.get(0)) {
                case "=" -> name = line.substring(2);
                case ">" ->
                    words.stream().skip(1).map(word -> word.split("=")).forEach(pair -> expected.put(pair[0], pair[1]));
                default -> days.add(day(words));
            }
        }
        return new SignChart(name, expected, days);
    }

    private static Day day(List<String> words) {
        Map<String, Object> values = new LinkedHashMap<>();
        words.stream().skip(1).forEach(word -> log(word, values));
        return DayFields.day(DAY_ZERO.plusDays(Integer.parseInt(words.get(0))), values);
    }

    private static void log(String word, Map<String, Object> values) {
        if (word.matches("[0-9]{2}\\.[0-9]{2}!?")) {
            values.put("temperatureCelsius", new BigDecimal(word.substring(0, 5)));
            values.put("temperatureExcluded", word.endsWith("!"));
        } else if (word.startsWith("lh")) {
            values.put("ovulationTest", word.equals("lh+") ? TestResult.POSITIVE : TestResult.NEGATIVE);
        } else if (MUCUS.containsKey(word)) {
            values.put("cervicalMucus", MUCUS.get(word));
        } else if (word.matches("[hs?][cmo?]")) {
            values.put("cervixFirmness", FIRMNESS.get(word.charAt(0)));
            values.put("cervixOpening", OPENING.get(word.charAt(1)));
        } else {
            throw new IllegalArgumentException("not part of the notation: " + word);
        }
    }
}
