package health.lunaria.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints answers of the API as a person would want to read them. */
final class Report {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("profile.consents.write", "decided about a consent"),
            Map.entry("profile.consents.check", "asked whether there is a consent"),
            Map.entry("profile.profile.write", "wrote the profile"),
            Map.entry("cycle.days.write", "logged days"),
            Map.entry("cycle.cycles.read", "read the cycles"),
            Map.entry("cycle.prediction.read", "read the prediction"),
            Map.entry("cycle.insights.read", "read the insights"),
            Map.entry("billing.entitlements.check", "asked what she is entitled to"),
            Map.entry("billing.entitlements.read", "read the entitlements"),
            Map.entry("billing.entitlements.write", "told of a purchase"),
            Map.entry("audit.access-log.read", "read this log"));

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void cycles(JsonNode cycles) {
        List<Integer> lengths = new ArrayList<>();
        cycles.forEach(cycle -> {
            if (!cycle.path("lengthDays").isNull()) {
                lengths.add(cycle.path("lengthDays").asInt());
            }
        });
        out.println("    cycles         " + lengths.size() + " completed, of "
                + lengths.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " days");
        cycles.forEach(cycle -> {
            if (cycle.path("end").isNull()) {
                out.println("                   the running one began on " + day(cycle.path("start")));
            }
        });
    }

    void prediction(JsonNode prediction, LocalDate today) {
        if (prediction.path("nextPeriod").isNull()) {
            out.println(
                    "    prediction     none: " + prediction.path("unavailable").asText());
            return;
        }
        JsonNode next = prediction.path("nextPeriod");
        LocalDate likely = date(next.path("likely"));
        out.println("    next period    most likely around " + DAY.format(likely) + ", " + when(today, likely) + "  ("
                + prediction.path("model").asText() + ", from "
                + prediction.path("cyclesUsed").asInt() + " cycles)");
        for (JsonNode interval : next.path("intervals")) {
            out.printf(
                    Locale.ROOT,
                    "      %2.0f times of 100 from %s to %s%n",
                    interval.path("probability").asDouble() * 100,
                    day(interval.path("from")),
                    day(interval.path("to")));
        }
        chart(next, today);
        out.println("    ovulation      most likely around "
                + day(prediction.path("ovulation").path("likely"))
                + "; fertile days may lie between "
                + day(prediction.path("fertileWindow").path("from")) + " and "
                + day(prediction.path("fertileWindow").path("to")));
    }

    /** A line of days: ░ 95 %, ▒ 80 %, ▓ 50 %, █ the likely day, T today. */
    private void chart(JsonNode next, LocalDate today) {
        JsonNode widest = next.path("intervals").path(next.path("intervals").size() - 1);
        LocalDate from = date(widest.path("from")).isBefore(today) ? date(widest.path("from")) : today;
        StringBuilder line = new StringBuilder();
        for (LocalDate date = from; !date.isAfter(date(widest.path("to"))); date = date.plusDays(1)) {
            line.append(symbol(next, date, today));
        }
        out.println("                   " + line + "   T today, ░ 95 %, ▒ 80 %, ▓ 50 %, █ likely; one sign a day");
    }

    private static char symbol(JsonNode next, LocalDate date, LocalDate today) {
        if (date.equals(date(next.path("likely")))) {
            return '█';
        }
        char[] shades = {'▓', '▒', '░'};
        for (int i = 0; i < next.path("intervals").size(); i++) {
            JsonNode interval = next.path("intervals").path(i);
            if (!date.isBefore(date(interval.path("from"))) && !date.isAfter(date(interval.path("to")))) {
                return shades[i];
            }
        }
        return date.equals(today) ? 'T' : '·';
    }

    void entitlements(JsonNode entitlements) {
        List<String> active = new ArrayList<>();
        entitlements.path("entitlements").forEach(entitlement -> {
            if (entitlement.path("active").asBoolean()) {
                active.add(entitlement.path("name").asText() + " until "
                        + entitlement.path("until").asText());
            }
        });
        out.println("    entitlements   " + (active.isEmpty() ? "none bought" : String.join(", ", active)));
    }

    void insights(JsonNode insights) {
        out.printf(
                Locale.ROOT,
                "    insights       %d cycles of %.1f days on average, varying by %d; something logged on %d of %d days%n",
                insights.path("cycles").path("used").asInt(),
                insights.path("cycleLength").path("mean").asDouble(),
                insights.path("regularity").path("variationDays").asInt(),
                insights.path("loggedDays").path("logged").asInt(),
                insights.path("loggedDays").path("of").asInt());
        for (JsonNode symptom : insights.path("trends").path("symptoms")) {
            List<String> phases = new ArrayList<>();
            symptom.path("phases")
                    .forEach(phase -> phases.add("%s %d/%d"
                            .formatted(
                                    phase.path("phase").asText(),
                                    phase.path("days").asInt(),
                                    phase.path("ofDays").asInt())));
            out.printf(Locale.ROOT, "      %-14s %s%n", symptom.path("code").asText(), String.join(", ", phases));
        }
    }

    /** Equal accesses one after the other are counted on one line. */
    void accessLog(JsonNode entries) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            String line = TIME.format(Instant.parse(entry.path("time").asText())) + "  " + actor(entry.path("actor"))
                    + " "
                    + ACTIONS.getOrDefault(
                            entry.path("action").asText(), entry.path("action").asText());
            lines.merge(line, 1, Integer::sum);
        }
        out.println("    access log     who looked at or changed something of hers, newest first");
        lines.forEach((line, count) -> out.println("      " + line + (count > 1 ? " (" + count + " times)" : "")));
    }

    private static String actor(JsonNode actor) {
        return actor.path("kind").asText().equals("self")
                ? "she herself"
                : actor.path("name").asText();
    }

    private static String when(LocalDate today, LocalDate date) {
        long days = ChronoUnit.DAYS.between(today, date);
        return days > 1 ? "in " + days + " days" : days == 1 ? "tomorrow" : days == 0 ? "today" : -days + " days ago";
    }

    private static String day(JsonNode date) {
        return DAY.format(date(date));
    }

    private static LocalDate date(JsonNode date) {
        return LocalDate.parse(date.asText());
    }
}
