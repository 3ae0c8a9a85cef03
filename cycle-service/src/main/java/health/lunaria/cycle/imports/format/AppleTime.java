package health.lunaria.cycle.imports.format;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** A moment as Apple writes it: {@code 2020-03-01 23:30:00 +0900}, by the clock on the wall and with its offset. */
@Confidential
record AppleTime(OffsetDateTime moment) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx").withResolverStyle(ResolverStyle.STRICT);

    private static final int LENGTH = "2020-03-01 23:30:00 +0900".length();

    static AppleTime parse(String text) throws Skip {
        if (text.length() != LENGTH) {
            throw new Skip(SkipReason.NOT_A_DATE);
        }
        try {
            return new AppleTime(OffsetDateTime.parse(text, FORMAT));
        } catch (DateTimeException notATime) {
            throw new Skip(SkipReason.NOT_A_DATE);
        }
    }

    /** Her calendar date there and then. */
    LocalDate date() {
        return moment.toLocalDate();
    }

    LocalDateTime clock() {
        return moment.toLocalDateTime();
    }

    long minutesSince(AppleTime earlier) {
        return ChronoUnit.MINUTES.between(
                earlier.moment.truncatedTo(ChronoUnit.MINUTES), moment.truncatedTo(ChronoUnit.MINUTES));
    }

    @Override
    public String toString() {
        return "AppleTime[redacted]";
    }
}
