package health.lunaria.launcher.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * One access to one person's data.
 *
 * @param actorKind {@code self}, or what kind of thing it was
 * @param actorName which one; {@code null} where the kind says it all
 * @param subject whose data it was
 */
public record AccessEvent(
        String action, String actorKind, String actorName, String id, String service, String subject, Instant time) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** @param canonical as the log committed to it: RFC 8785, with these members and no others */
    static AccessEvent parse(String canonical) throws RefusedException {
        JsonNode event = Json.object(canonical, Set.of("action", "actor", "id", "service", "subject", "time"));
        JsonNode actor = event.get("actor");
        Json.failUnlessObject(actor, actor.has("name") ? Set.of("kind", "name") : Set.of("kind"));
        AccessEvent read = new AccessEvent(
                Json.text(event, "action"),
                Json.text(actor, "kind"),
                actor.has("name") ? Json.text(actor, "name") : null,
                Json.text(event, "id"),
                Json.text(event, "service"),
                Json.text(event, "subject"),
                time(Json.text(event, "time")));
        if (!Json.canonical(event).equals(canonical)) {
            throw new RefusedException(Check.EVENT, "it is not written in the one form that the log commits to");
        }
        return read;
    }

    private static Instant time(String text) throws RefusedException {
        try {
            Instant time = Instant.parse(text);
            if (TIME.format(time).equals(text)) {
                return time;
            }
        } catch (DateTimeException noTime) {
            // Refused below.
        }
        throw new RefusedException(Check.EVENT, "its time is no time in UTC with milliseconds");
    }

    @Override
    public String toString() {
        return "AccessEvent[redacted]";
    }
}
