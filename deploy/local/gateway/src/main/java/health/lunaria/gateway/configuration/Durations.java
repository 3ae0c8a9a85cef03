package health.lunaria.gateway.configuration;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the Gateway API writes them (GEP-2257): {@code 30s}, {@code 1m30s}, {@code 500ms}. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("([0-9]{1,5})(h|ms|m|s)");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,5}(h|ms|m|s)){1,4}");

    private Durations() {}

    /** Empty when the text is not a duration or is zero: here a time-out of zero would mean "none". */
    public static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(part(Long.parseLong(part.group(1)), part.group(2)));
        }
        return Optional.of(sum).filter(duration -> !duration.isZero());
    }

    private static Duration part(long amount, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMillis(amount);
        };
    }
}
