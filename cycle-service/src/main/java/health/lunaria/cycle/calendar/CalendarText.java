package health.lunaria.cycle.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a calendar of RFC 5545 (iCalendar) with the refresh interval of RFC 7986. By hand: it is a dozen properties, and the
 * common library for it brings time zones, reflection and a cache along. The tests read it with that library.
 *
 * <p>Nothing in it says which app made it: {@code PRODID} is a neutral text, a UID is random, and events keep nobody busy.
 */
final class CalendarText {

    private static final int MAX_OCTETS = 75;
    private static final String LINE_END = "\r\n";
    private static final String FOLD = LINE_END + " ";
    private static final String REFRESH = "PT12H";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder(1024);

    private CalendarText() {}

    /** @param made when the events were computed */
    static String of(List<FeedEvent> events, Instant made) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Calendar feed//EN")
                .line("CALSCALE:GREGORIAN")
                .line("REFRESH-INTERVAL;VALUE=DURATION:" + REFRESH)
                .line("X-PUBLISHED-TTL:" + REFRESH);
        if (events.isEmpty()) {
            calendar.nothing();
        }
        events.forEach(event -> calendar.event(event, made));
        return calendar.line("END:VCALENDAR").text.toString();
    }

    private void event(FeedEvent event, Instant made) {
        line("BEGIN:VEVENT")
                .line("UID:" + event.uid())
                .line("DTSTAMP:" + TIME.format(made))
                .line("DTSTART;VALUE=DATE:" + DATE.format(event.first()))
                .line("DTEND;VALUE=DATE:" + DATE.format(event.last().plusDays(1)))
                .line("SUMMARY:" + escaped(event.summary()));
        if (event.description() != null) {
            line("DESCRIPTION:" + escaped(event.description()));
        }
        line("CLASS:PRIVATE").line("TRANSP:TRANSPARENT").line("END:VEVENT");
    }

    /** A calendar has at least one component; a time zone that no event uses shows nowhere. */
    private void nothing() {
        line("BEGIN:VTIMEZONE")
                .line("TZID:Etc/UTC")
                .line("BEGIN:STANDARD")
                .line("DTSTART:19700101T000000")
                .line("TZOFFSETFROM:+0000")
                .line("TZOFFSETTO:+0000")
                .line("END:STANDARD")
                .line("END:VTIMEZONE");
    }

    /** Section 3.1: no line is longer than 75 octets, and none is cut within a character. */
    private CalendarText line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); i = content.offsetByCodePoints(i, 1)) {
            String character = Character.toString(content.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                text.append(FOLD);
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append(LINE_END);
        return this;
    }

    /** Section 3.3.11. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
