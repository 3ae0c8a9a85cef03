package health.lunaria.profile.age;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** From which age on somebody can consent for herself, by country; the table names the law of each. */
final class MinimumAges {

    /** GDPR, article 8(1). */
    static final int ELSEWHERE = 16;

    private static final String TABLE = "/age/minimum-ages.csv";

    private final Map<String, Integer> ages;

    private MinimumAges(Map<String, Integer> ages) {
        this.ages = Map.copyOf(ages);
    }

    static MinimumAges load() {
        try (InputStream table = MinimumAges.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return parse(lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param lines country, age, source
     * @throws IllegalStateException if a line has no source, an age is none of 12 to 18, or a country comes twice
     */
    static MinimumAges parse(Iterable<String> lines) {
        Map<String, Integer> ages = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(",", 3);
            if (parts.length < 3
                    || !parts[0].matches("[A-Z]{2}")
                    || !parts[1].matches("1[2-8]")
                    || parts[2].isBlank()) {
                throw new IllegalStateException("A line of the minimum ages is not country, age, source");
            }
            if (ages.put(parts[0], Integer.valueOf(parts[1])) != null) {
                throw new IllegalStateException("A country has two minimum ages");
            }
        }
        return new MinimumAges(ages);
    }

    /** @param country by ISO 3166-1 alpha-2 */
    int of(String country) {
        return ages.getOrDefault(country, ELSEWHERE);
    }
}
