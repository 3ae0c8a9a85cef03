package health.lunaria.safeguards.testing.processing;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what is configured into a declaration: <code>${lunaria.tasks.retention}</code> becomes "30 days". */
public final class Settings {

    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z.-]+)}");

    private Settings() {}

    /** @param values fails for a setting that there is not */
    public static String fill(String text, Function<String, Duration> values) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(words(values.apply(found.group(1)))));
    }

    static String words(Duration time) {
        if (time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))) {
            return count(time.toDays(), "day");
        }
        if (time.toHours() > 0 && time.equals(Duration.ofHours(time.toHours()))) {
            return count(time.toHours(), "hour");
        }
        if (time.toMinutes() > 0 && time.equals(Duration.ofMinutes(time.toMinutes()))) {
            return count(time.toMinutes(), "minute");
        }
        return count(time.toSeconds(), "second");
    }

    private static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
