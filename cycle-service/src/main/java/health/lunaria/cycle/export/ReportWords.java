package health.lunaria.cycle.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;

/**
 * The words of a report in one language: {@code export/report_<language>.properties}. Read by hand, because a resource bundle
 * would fall back to the language of the machine.
 */
final class ReportWords {

    static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Locale locale;
    private final Properties words;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDates;

    private ReportWords(Locale locale, Properties words) {
        this.locale = locale;
        this.words = words;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.shortDates = DateTimeFormatter.ofPattern(words.getProperty("short-date"), locale);
    }

    /** English for a language that there is no wording for. */
    static ReportWords of(Locale asked) {
        Locale locale = LANGUAGES.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
        return new ReportWords(locale, read(locale.getLanguage()));
    }

    String languageTag() {
        return locale.toLanguageTag();
    }

    /** @param values for {@code {0}}, {@code {1}} and so on */
    String get(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new MissingResourceException("A report has no such word", ReportWords.class.getName(), key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** Without the year. */
    String shortDate(LocalDate date) {
        return shortDates.format(date);
    }

    /** With one decimal place. */
    String decimal(double number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private static Properties read(String language) {
        String name = "/export/report_" + language + ".properties";
        try (InputStream file = ReportWords.class.getResourceAsStream(name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
