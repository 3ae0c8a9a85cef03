package health.lunaria.safeguards.testing.processing;

import health.lunaria.safeguards.testing.processing.Declaration.Activity;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A service's part of the record, in Markdown. What is in clear comes first: it is what an auditor asks for first. */
public final class Section {

    private final StringBuilder text = new StringBuilder();

    private Section() {}

    /** @param declaration without gaps */
    public static String of(String service, Declaration declaration) {
        Section section = new Section();
        section.line("## " + service);
        section.clear(declaration);
        declaration.activities().forEach((name, activity) -> section.activity(name, activity, declaration));
        section.elsewhere(declaration);
        section.impersonal(declaration);
        return section.text.toString();
    }

    private void clear(Declaration declaration) {
        head("Personal data that is not sealed", "Column", "What it says");
        declaration
                .tables()
                .forEach((name, table) ->
                        table.clear().forEach((columns, what) -> row(code(name) + " " + codes(columns), what)));
    }

    private void activity(String name, Activity activity, Declaration declaration) {
        line("");
        line("### " + name);
        line("");
        line("- Purpose: " + activity.purpose());
        line("- Legal basis: " + activity.basis());
        line("- Whose data: " + activity.people());
        line("- Recipients outside of the suite: " + activity.recipients());
        line("- Third countries: " + activity.transfers());
        line("");
        line("| Table | Personal data | How it is stored | Kept |");
        line("|---|---|---|---|");
        declaration.tables().forEach((table, stored) -> {
            if (name.equals(stored.activity())) {
                stored.sealed()
                        .forEach((columns, what) -> row(
                                code(table) + " " + codes(columns),
                                what,
                                "sealed under " + stored.sealedUnder(),
                                stored.kept()));
                if (stored.sealed().isEmpty() || !stored.clear().isEmpty()) {
                    row(
                            code(table) + " "
                                    + codes(String.join(", ", stored.clear().keySet())),
                            "as above",
                            "in clear",
                            stored.kept());
                }
            }
        });
    }

    private void elsewhere(Declaration declaration) {
        if (!declaration.elsewhere().isEmpty()) {
            head("Outside of the databases", "Where", "What");
            declaration.elsewhere().forEach((place, what) -> row(place, what));
        }
    }

    private void impersonal(Declaration declaration) {
        head("Columns that say nothing about anybody", "Column", "Why");
        declaration
                .tables()
                .forEach((name, table) ->
                        table.impersonal().forEach((columns, why) -> row(code(name) + " " + codes(columns), why)));
    }

    private void head(String title, String... columns) {
        line("");
        line("### " + title);
        line("");
        row(columns);
        line("|" + "---|".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String codes(String columns) {
        return Arrays.stream(columns.split(", *")).map(Section::code).collect(Collectors.joining(", "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
