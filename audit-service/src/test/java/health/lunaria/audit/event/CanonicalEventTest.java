package health.lunaria.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Golden bytes: leaves commit to them for ever. The hash of the strange subject was computed by other software. */
class CanonicalEventTest {

    private static final UUID ID = UUID.fromString("01932A5C-7E00-7ABC-8DEF-0123456789AB");
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Event READ = new Event(ID, NINE, Actor.self(), "cycle-service", "cycle.days.read");

    @Test
    void herOwnAccessHasAnActorWithoutName() {
        assertThat(text("alice", READ))
                .isEqualTo("{\"action\":\"cycle.days.read\",\"actor\":{\"kind\":\"self\"},"
                        + "\"id\":\"01932a5c-7e00-7abc-8def-0123456789ab\",\"service\":\"cycle-service\","
                        + "\"subject\":\"alice\",\"time\":\"2026-11-24T09:00:00.000Z\"}");
    }

    /** RFC 8785, section 3.2.2.2: quote and backslash are escaped, everything printable stands for itself. */
    @Test
    void aStrangeSubjectIsWrittenAsRfc8785Says() throws Exception {
        Event event = new Event(
                ID, NINE.plusNanos(50_999_999), Actor.store("stripe"), "billing-service", "billing.subscription.write");
        byte[] bytes = CanonicalEvent.bytes(new Subject("a\"b\\c/ü€😴<&>\u2028"), event);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"action\":\"billing.subscription.write\",\"actor\":{\"kind\":\"store\",\"name\":\"stripe\"},"
                                + "\"id\":\"01932a5c-7e00-7abc-8def-0123456789ab\",\"service\":\"billing-service\","
                                + "\"subject\":\"a\\\"b\\\\c/ü€😴<&>\u2028\",\"time\":\"2026-11-24T09:00:00.050Z\"}");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("cd13e05e38e9ea221905abb9d868e2e49582a821916ddaf9897ac425fc75ebb0");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        String expected = text("alice", READ);
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(text("alice", READ)).as(language).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyPartCounts() {
        Stream<String> others = Stream.of(
                text("alicE", READ),
                text("alice", new Event(UUID.randomUUID(), NINE, Actor.self(), "cycle-service", "cycle.days.read")),
                text("alice", new Event(ID, NINE.plusMillis(1), Actor.self(), "cycle-service", "cycle.days.read")),
                text("alice", new Event(ID, NINE, Actor.service("x"), "cycle-service", "cycle.days.read")),
                text("alice", new Event(ID, NINE, Actor.self(), "audit-service", "cycle.days.read")),
                text("alice", new Event(ID, NINE, Actor.self(), "cycle-service", "cycle.days.write")));

        assertThat(others).doesNotContain(text("alice", READ)).doesNotHaveDuplicates();
    }

    private static String text(String subject, Event event) {
        return new String(CanonicalEvent.bytes(new Subject(subject), event), StandardCharsets.UTF_8);
    }
}
