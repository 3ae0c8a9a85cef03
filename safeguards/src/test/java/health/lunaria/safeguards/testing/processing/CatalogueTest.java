package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final DataSource database = TestDatabases.start().data();
    private final Sql sql = Sql.in(database);

    @AfterEach
    void drop() {
        sql.change("drop schema if exists aside cascade");
        sql.change("drop table if exists catalogue_test cascade");
    }

    @Test
    void aTableIsFoundWithAllColumnsAndTheirTypes() throws SQLException {
        sql.change("create table catalogue_test (id uuid, sealed bytea, at timestamptz, name varchar(9), gone text)");
        sql.change("alter table catalogue_test drop column gone");
        assertThat(Catalogue.of(database).tables().get("catalogue_test"))
                .isEqualTo(Map.of(
                        "id", "uuid",
                        "sealed", "bytea",
                        "at", "timestamp with time zone",
                        "name", "character varying"));
    }

    @Test
    void nothingIsHiddenInAViewOrInAnotherSchema() throws SQLException {
        sql.change("create schema aside");
        sql.change("create table aside.catalogue_test (name text)");
        sql.change("create view aside.names as select name from aside.catalogue_test");
        sql.change("create materialized view aside.copies as select name from aside.catalogue_test");
        sql.change("create table aside.parts (id int) partition by range (id)");
        assertThat(Catalogue.of(database).tables())
                .containsKeys("aside.catalogue_test", "aside.names", "aside.copies", "aside.parts");
    }

    @Test
    void theDatabaseItselfIsNotLookedAt() throws SQLException {
        assertThat(Catalogue.of(database).tables().keySet())
                .noneMatch(table -> table.startsWith("pg_") || table.startsWith("information_schema"));
    }
}
