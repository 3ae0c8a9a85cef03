package health.lunaria.safeguards.testing.processing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a database itself says that it has: every table and view of any schema, except Flyway's own.
 *
 * @param tables types of columns, by table and column
 */
public record Catalogue(Map<String, Map<String, String>> tables) {

    private static final String COLUMNS = """
            select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname,
                a.attname, format_type(a.atttypid, null)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
                and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                and c.relname <> 'flyway_schema_history'
            order by c.relname, a.attnum
            """;

    public static Catalogue of(DataSource... databases) throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        for (DataSource database : databases) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(COLUMNS)) {
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
                            .put(rows.getString(2), rows.getString(3));
                }
            }
        }
        return new Catalogue(tables);
    }
}
