package health.lunaria.cycle.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the codes of the catalogue are called, by language. A language is a file {@code catalogue/labels_xx.properties} with
 * all codes, and an entry in the list here; {@code LabelsTest} tells what a new one lacks.
 */
final class Labels {

    /** The first one is for whom there is no better. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.JAPANESE);

    private static final Map<Locale, Properties> LABELS = new LinkedHashMap<>();

    static {
        LANGUAGES.forEach(language -> LABELS.put(language, load(language)));
    }

    private Labels() {}

    /**
     * The best language for a reader.
     *
     * @param acceptLanguage the header (RFC 9110, section 12.5.4), or {@code null}
     */
    static Locale best(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return LANGUAGES.get(0);
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? LANGUAGES.get(0) : best;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }

    static String of(String field, String code, Locale language) {
        return LABELS.get(language).getProperty(field + "." + code);
    }

    private static Properties load(Locale language) {
        String file = "/catalogue/labels_" + language.getLanguage() + ".properties";
        try (InputStream in = Labels.class.getResourceAsStream(file)) {
            Properties labels = new Properties();
            labels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return labels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
