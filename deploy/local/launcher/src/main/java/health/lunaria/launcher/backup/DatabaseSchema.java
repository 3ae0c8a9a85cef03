package health.lunaria.launcher.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * All that a database is made of beside its rows, as statements that make it anew.
 *
 * @param beforeRows sequences, functions, tables
 * @param afterRows constraints, indexes, triggers, where sequences stand: what would only cost time or forbid the order while
 *     rows come in
 * @param shape everything that must be the same again afterwards, indexes of constraints included
 */
record DatabaseSchema(List<Table> tables, List<String> beforeRows, List<String> afterRows, List<String> shape) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    DatabaseSchema {
        tables = List.copyOf(tables);
        beforeRows = List.copyOf(beforeRows);
        afterRows = List.copyOf(afterRows);
        shape = List.copyOf(shape);
    }

    /**
     * A table with the columns that are copied.
     *
     * @param name quoted where it has to be
     * @param columns quoted and joined by commas; empty if it has none
     */
    record Table(String name, String columns) {

        String copyOut() {
            return "copy " + name + (columns.isEmpty() ? "" : " (" + columns + ")") + " to stdout";
        }

        String copyIn() {
            return "copy " + name + (columns.isEmpty() ? "" : " (" + columns + ")") + " from stdin";
        }
    }

    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedBackupException("It has rows of a table that it does not describe"));
    }

    boolean has(String table) {
        return tables.stream().anyMatch(known -> known.name().equals(table));
    }

    byte[] encode() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static DatabaseSchema decode(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, DatabaseSchema.class);
    }
}
