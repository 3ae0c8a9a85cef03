package health.lunaria.cycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Read by ical4j, which knows nothing of how it was written. */
class CalendarTextTest {

    private static final Instant MADE = Instant.parse("2026-11-24T09:00:00.123Z");
    private static final UUID UID = UUID.fromString("0c9d3a52-5a3d-4bb0-a6c5-0d5e4f1d2b3c");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 30);

    @Test
    void anEventSpansWholeDaysUpToTheDayAfterItsLast() throws Exception {
        VEvent event = event(new FeedEvent(UID, FIRST, FIRST.plusDays(3), "Period expected", null));

        assertThat(event.getProperty("DTSTART").orElseThrow().getValue()).isEqualTo("20261230");
        assertThat(event.getProperty("DTEND").orElseThrow().getValue()).isEqualTo("20270103");
        assertThat(event.getProperty("DTSTAMP").orElseThrow().getValue()).isEqualTo("20261124T090000Z");
        assertThat(event.getProperty("UID").orElseThrow().getValue()).isEqualTo(UID.toString());
        assertThat(event.getProperty("DESCRIPTION")).isEmpty();
    }

    @Test
    void anEventKeepsNobodyBusy() throws Exception {
        VEvent event = event(new FeedEvent(UID, FIRST, FIRST, "event", null));

        assertThat(event.getProperty("TRANSP").orElseThrow().getValue()).isEqualTo("TRANSPARENT");
        assertThat(event.getProperty("CLASS").orElseThrow().getValue()).isEqualTo("PRIVATE");
    }

    @Test
    void textsComeBackAsTheyWere() throws Exception {
        String text = "a;b,c\\d \"e\"\n" + "ä€😴".repeat(60) + "\nend";

        VEvent event = event(new FeedEvent(UID, FIRST, FIRST, text, text));

        assertThat(event.getSummary().getValue()).isEqualTo(text);
        assertThat(event.getDescription().getValue()).isEqualTo(text);
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndAllEndAlike() {
        String text = text(new FeedEvent(UID, FIRST, FIRST, "x".repeat(300), "😴".repeat(100)));

        assertThat(text).endsWith("\r\n").doesNotContainPattern("[^\r]\n").doesNotContainPattern("\r[^\n]");
        assertThat(Arrays.stream(text.split("\r\n")).map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75)
                .contains(75);
    }

    @Test
    void noCharacterIsCutByAFold() {
        String text = text(new FeedEvent(UID, FIRST, FIRST, "😴".repeat(100), null));

        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + "😴".repeat(100) + "\r\n");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void aCalendarWithoutEventsIsStillOne() throws Exception {
        Calendar calendar = parse(CalendarText.of(List.of(), MADE));

        assertThat(calendar.getComponents("VEVENT")).isEmpty();
        assertThat(calendar.validate().hasErrors()).isFalse();
    }

    @Test
    void itTellsWhenToComeAgain() throws Exception {
        Calendar calendar = parse(CalendarText.of(List.of(), MADE));

        assertThat(calendar.getProperty("REFRESH-INTERVAL").orElseThrow().getValue())
                .isEqualTo("PT12H");
        assertThat(calendar.getProperty("X-PUBLISHED-TTL").orElseThrow().getValue())
                .isEqualTo("PT12H");
    }

    @Test
    void nothingOfTheCalendarItselfTellsWhatItIsAbout() {
        String text = text(new FeedEvent(UID, FIRST, FIRST, "event", null));

        assertThat(text.toLowerCase())
                .doesNotContain("lunaria", "cycle", "period", "fertil", "health", "categories", "name");
    }

    private static VEvent event(FeedEvent event) throws Exception {
        Calendar calendar = parse(text(event));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static String text(FeedEvent event) {
        return CalendarText.of(List.of(event), MADE);
    }

    private static Calendar parse(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }
}
