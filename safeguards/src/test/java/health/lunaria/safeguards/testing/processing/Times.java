package health.lunaria.safeguards.testing.processing;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts times into a text from where they are decided, so that it cannot say others: <code>${lunaria.tasks.retention}</code>, a
 * setting, or <code>${health.lunaria.cycle.export.ExportTask.KEPT}</code>, a constant, becomes "30 days".
 */
public final class Times {

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern CONSTANT = Pattern.compile("(.+)\\.([A-Z_]+)");
    private static final String IN_DAYS = "_DAYS";

    private Times() {}

    /** @param setting fails for a setting that there is not */
    public static String fill(String text, Function<String, Duration> setting) {
        return NAME.matcher(text).replaceAll(found -> {
            Matcher constant = CONSTANT.matcher(found.group(1));
            Duration time =
                    constant.matches() ? constant(constant.group(1), constant.group(2)) : setting.apply(found.group(1));
            return Matcher.quoteReplacement(words(time));
        });
    }

    private static Duration constant(String type, String name) {
        try {
            Field field = Class.forName(type, false, Thread.currentThread().getContextClassLoader())
                    .getDeclaredField(name);
            field.setAccessible(true);
            return name.endsWith(IN_DAYS) ? Duration.ofDays(field.getInt(null)) : (Duration) field.get(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException("there is no constant " + type + "." + name, missing);
        }
    }

    private static String words(Duration time) {
        if (time.toSecondsPart() > 0 || time.isZero()) {
            return count(time.toSeconds(), "second");
        }
        if (time.toMinutesPart() > 0) {
            return count(time.toMinutes(), "minute");
        }
        return time.toHoursPart() > 0 ? count(time.toHours(), "hour") : count(time.toDays(), "day");
    }

    private static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
