package health.lunaria.audit.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The one way to write an event as bytes, which the log commits to: JSON canonicalized by RFC 8785 (members by name, no
 * white space, UTF-8), the time always with milliseconds. Whoever knows salt, event and her own subject id can write it
 * with any such library and check the leaf.
 *
 * <pre>
 * {"action":"cycle.days.read","actor":{"kind":"self"},"id":"0193…","service":"cycle-service","subject":"…",
 *  "time":"2026-11-24T09:00:00.000Z"}                                                                  (on one line)
 * </pre>
 *
 * The subject is part of it, so that one leaf cannot be shown to two people as theirs. {@code actor.name} stands there
 * only where there is one. Never change it: leaves are for ever; a new form needs a new tag in the leaf.
 */
final class CanonicalEvent {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private CanonicalEvent() {}

    static byte[] bytes(Subject subject, Event event) {
        // A writer of characters: the one of bytes would escape what is beyond the basic plane, RFC 8785 does not.
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("action", event.action());
            writeActor(json, event.actor());
            json.writeStringField("id", event.id().toString());
            json.writeStringField("service", event.service());
            json.writeStringField("subject", subject.id());
            json.writeStringField("time", TIME.format(event.time()));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeActor(JsonGenerator json, Actor actor) throws IOException {
        json.writeObjectFieldStart("actor");
        json.writeStringField("kind", actor.kind().name().toLowerCase(Locale.ROOT));
        if (actor.name() != null) {
            json.writeStringField("name", actor.name());
        }
        json.writeEndObject();
    }
}
