package health.lunaria.safeguards.testing.processing;

import static java.util.stream.Collectors.joining;

import health.lunaria.safeguards.testing.processing.Declaration.Activity;
import health.lunaria.safeguards.testing.processing.Declaration.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** A service's part of the record, in Markdown. What is not sealed comes first: it is what an auditor asks for first. */
public final class Section {

    private final StringBuilder text = new StringBuilder();

    private Section() {}

    /** @param declaration without gaps */
    public static String of(String service, Declaration declaration) {
        Section section = new Section();
        section.line("## " + service);
        section.columns("Personal data that is not sealed", "What it says", declaration, Table::clear);
        declaration.activities().forEach((name, activity) -> section.activity(name, activity, declaration));
        section.elsewhere(declaration.elsewhere());
        section.columns("Columns that say nothing about anybody", "What they are", declaration, Table::impersonal);
        return section.text.toString();
    }

    private void columns(
            String title, String what, Declaration declaration, Function<Table, Map<String, String>> kind) {
        title(title);
        head("Table", "Columns", what);
        declaration
                .tables()
                .forEach((name, table) ->
                        kind.apply(table).forEach((columns, said) -> row(code(name), codes(columns), said)));
    }

    private void activity(String name, Activity activity, Declaration declaration) {
        title(name);
        line("- Purpose: " + activity.purpose());
        line("- Legal basis: " + activity.basis());
        line("- Whose data: " + activity.people());
        line("- Recipients outside of the suite: " + activity.recipients());
        line("- Third countries: " + activity.transfers());
        line("");
        head("Table", "Sealed", "In clear", "Kept");
        declaration.tables().forEach((table, stored) -> {
            if (name.equals(stored.activity())) {
                row(
                        code(table),
                        sealed(stored),
                        codes(String.join(", ", stored.clear().keySet())),
                        stored.kept());
            }
        });
    }

    private static String sealed(Table table) {
        return table.sealed().entrySet().stream()
                .map(said -> codes(said.getKey()) + ": " + said.getValue())
                .collect(joining("; ", "", table.sealed().isEmpty() ? "nothing" : ". Under " + table.sealedUnder()));
    }

    private void elsewhere(Map<String, String> places) {
        if (!places.isEmpty()) {
            title("Outside of the databases");
            head("Where", "What, and how long");
            places.forEach(this::row);
        }
    }

    private void title(String title) {
        line("");
        line("### " + title);
        line("");
    }

    private void head(String... columns) {
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
        return columns.isEmpty()
                ? "nothing"
                : Arrays.stream(columns.split(", *")).map(Section::code).collect(joining(", "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
