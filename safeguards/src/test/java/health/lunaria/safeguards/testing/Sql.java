package health.lunaria.safeguards.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into a database, or tampers with it, behind a service's back. */
public final class Sql {

    private final DataSource database;

    private Sql(DataSource database) {
        this.database = database;
    }

    public static Sql in(DataSource database) {
        return new Sql(database);
    }

    /** The first column of the only row. */
    public long number(String query, Object... parameters) {
        return first(query, parameters, rows -> rows.getLong(1));
    }

    /** The first column of the only row. */
    public byte[] bytes(String query, Object... parameters) {
        return first(query, parameters, rows -> rows.getBytes(1));
    }

    /** @return how many rows were changed */
    public int change(String update, Object... parameters) {
        return run(update, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T first(String query, Object[] parameters, Column<T> column) {
        return run(query, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("The query found nothing");
                }
                return column.of(rows);
            }
        });
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.apply(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Column<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private interface Work<T> {
        T apply(PreparedStatement statement) throws SQLException;
    }
}
