package health.lunaria.safeguards.testing.processing;

import health.lunaria.safeguards.testing.processing.Declaration.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What keeps a declaration from being the whole truth about a database, each gap a sentence. */
public final class Gaps {

    private static final String BYTES = "bytea";

    private final Declaration declaration;
    private final Catalogue catalogue;
    private final List<String> found = new ArrayList<>();

    private Gaps(Declaration declaration, Catalogue catalogue) {
        this.declaration = declaration;
        this.catalogue = catalogue;
    }

    public static List<String> between(Declaration declaration, Catalogue catalogue) {
        Gaps gaps = new Gaps(declaration, catalogue);
        gaps.lookForTables();
        declaration.tables().forEach(gaps::lookAtActivity);
        declaration.tables().forEach(gaps::lookAtColumns);
        gaps.lookForActivities();
        return gaps.found;
    }

    private void lookForTables() {
        minus(catalogue.tables().keySet(), declaration.tables().keySet())
                .forEach(table -> found.add(table + " is not declared"));
        minus(declaration.tables().keySet(), catalogue.tables().keySet())
                .forEach(table -> found.add(table + " is declared and does not exist"));
    }

    private void lookAtActivity(String name, Table table) {
        if (!table.isPersonal()) {
            return;
        }
        if (table.activity() == null || table.kept() == null) {
            found.add(name + " is about people and does not say for which activity, or how long it is kept");
        } else if (!declaration.activities().containsKey(table.activity())) {
            found.add(name + " belongs to an activity that is not declared");
        }
        if (table.sealed().isEmpty() != (table.sealedUnder() == null)) {
            found.add(name + " does not say what is sealed, or under which key");
        }
    }

    private void lookAtColumns(String name, Table table) {
        Map<String, String> types = catalogue.tables().getOrDefault(name, Map.of());
        Set<String> declared = new TreeSet<>();
        for (Map<String, String> said : List.of(table.sealed(), table.clear(), table.impersonal())) {
            for (String column : Table.columns(said)) {
                if (!declared.add(column)) {
                    found.add(name + "." + column + " is declared twice");
                }
            }
        }
        minus(types.keySet(), declared).forEach(column -> found.add(name + "." + column + " is not declared"));
        minus(declared, types.keySet())
                .forEach(column -> found.add(name + "." + column + " is declared and does not exist"));
        Table.columns(table.sealed()).stream()
                .filter(column ->
                        types.containsKey(column) && !types.get(column).equals(BYTES))
                .forEach(column -> found.add(name + "." + column + " cannot be sealed: it is " + types.get(column)));
    }

    private void lookForActivities() {
        Set<String> used = new TreeSet<>();
        declaration.tables().values().stream()
                .filter(table -> table.activity() != null)
                .forEach(table -> used.add(table.activity()));
        minus(declaration.activities().keySet(), used)
                .forEach(activity -> found.add("“" + activity + "” stores nothing"));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
