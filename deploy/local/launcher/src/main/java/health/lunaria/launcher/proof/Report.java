package health.lunaria.launcher.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** What a person reads. */
final class Report {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Report() {}

    static String of(Verifier.Verified verified) {
        AccessEvent event = verified.event();
        StringJoiner lines = new StringJoiner("\n");
        for (Check check : Check.values()) {
            boolean asked = check != Check.WITNESSES || !verified.cosigned().isEmpty();
            lines.add(asked ? "  ✓ " + check.claim() : "  – no witness was named, so none was asked for");
        }
        lines.add("");
        line(lines, "who", who(event));
        line(lines, "what", event.action());
        line(lines, "service", event.service());
        line(lines, "when", TIME.format(event.time()));
        line(lines, "whose data", event.subject());
        line(lines, "event", event.id());
        line(lines, "log", verified.origin() + ", entry " + verified.index() + " of " + verified.size());
        verified.cosigned().forEach((witness, time) -> line(lines, "witness", cosigned(witness, time)));
        return lines.add("").add("verified").toString();
    }

    /** The checks that passed before the one that did not; what was not checked is not shown. */
    static String of(RefusedException refused, boolean witnessesNamed) {
        StringJoiner lines = new StringJoiner("\n");
        for (Check check : Check.values()) {
            if (check.compareTo(refused.check()) < 0 && (check != Check.WITNESSES || witnessesNamed)) {
                lines.add("  ✓ " + check.claim());
            }
        }
        return lines.add("  ✗ " + refused.check().claim())
                .add("")
                .add("NOT verified: " + refused.getMessage())
                .toString();
    }

    private static String who(AccessEvent event) {
        if (event.actorName() == null) {
            return event.actorKind().equals("self") ? "the person herself" : event.actorKind();
        }
        return event.actorKind() + " " + event.actorName();
    }

    private static String cosigned(String witness, Instant time) {
        return witness + ", " + TIME.format(time);
    }

    private static void line(StringJoiner lines, String name, String value) {
        lines.add(String.format("  %-12s%s", name, printable(value)));
    }

    /** What a terminal would obey, or what would turn the reading direction, is shown and not sent. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean shown = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            printable.append(shown ? Character.toString(c) : String.format("\\u{%x}", c));
        });
        return printable.toString();
    }
}
