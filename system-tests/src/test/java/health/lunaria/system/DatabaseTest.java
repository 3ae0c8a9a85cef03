package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The databases as an intruder with one service's password would find them. */
class DatabaseTest {

    private static final List<String> ALL = List.of(
            "profile",
            "profile_keyring",
            "cycle",
            "cycle_keyring",
            "billing",
            "billing_keyring",
            "audit",
            "audit_keyring",
            "keycloak");

    private final Suite suite = Suite.running();

    @Test
    void eachRoleReachesItsOwnDatabaseOnly() throws SQLException {
        for (String role : ALL) {
            for (String database : ALL) {
                if (role.equals(database)) {
                    connect(role, database, "verify-full").close();
                } else {
                    assertThatThrownBy(() -> connect(role, database, "verify-full"))
                            .as(role + " in " + database)
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThatThrownBy(() -> connect(role, "postgres", "verify-full")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void withoutTlsOrWithAnotherPasswordNobodyComesIn() {
        assertThatThrownBy(() -> connect("cycle", "cycle", "disable")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("cycle", "cycle", "verify-full", "wrong"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("cycle", "cycle", "verify-full", "")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role intruder",
                "create database intruder",
                "select pg_read_file('/etc/passwd')",
                "copy (select 1) to program 'true'",
                "select rolpassword from pg_authid"
            })
    void aServiceIsNoSuperuser(String sql) throws SQLException {
        try (Connection connection = connect("cycle", "cycle", "verify-full");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "ssl, on",
        "ssl_min_protocol_version, TLSv1.3",
        "password_encryption, scram-sha-256",
        "log_statement, none",
        "log_parameter_max_length, 0",
        "log_parameter_max_length_on_error, 0",
        "log_error_verbosity, terse",
        "log_min_error_statement, panic"
    })
    void theServerIsDurableAndDiscreet(String setting, String value) {
        assertThat(suite.stack().postgres().administration().show(setting)).isEqualTo(value);
    }

    /** A ciphertext that was moved by whoever can write to the database does not open for the one it was moved to. */
    @Test
    void aRecordThatWasMovedToAnotherUserDoesNotOpen() throws SQLException {
        Api first = suite.as("moved-from");
        Api second = suite.as("moved-to");
        for (Api api : List.of(first, second)) {
            api.put(
                            "/v1/profile",
                            "{\"country\":\"PT\",\"birthYear\":1994,\"displayName\":\"X\"}",
                            "If-None-Match",
                            "*")
                    .expect(200);
        }
        try (Connection connection = connect("profile", "profile", "verify-full");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                    update profile set sealed = other.sealed
                    from (select sealed, subject_ref from profile order by ctid desc limit 1) other
                    where profile.subject_ref = (select subject_ref from profile order by ctid desc offset 1 limit 1)""")).isEqualTo(1);
        }
        assertThat(List.of(
                        first.get("/v1/profile").status(),
                        second.get("/v1/profile").status()))
                .containsExactlyInAnyOrder(200, 500);
    }

    @Test
    void theServicesKnowHerUnderUnrelatedNames() throws SQLException {
        Api api = suite.asConsenting("joined");
        api.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-02-02\",\"flow\":\"light\"}]}")
                .expect(200);
        List<String> profiles = references("profile");
        List<String> cycles = references("cycle");

        assertThat(profiles).isNotEmpty();
        assertThat(cycles).isNotEmpty().doesNotContainAnyElementsOf(profiles);
    }

    private List<String> references(String database) throws SQLException {
        try (Connection connection = connect(database, database, "verify-full");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select encode(subject_ref, 'hex') from revision")) {
            List<String> references = new ArrayList<>();
            while (rows.next()) {
                references.add(rows.getString(1));
            }
            return references;
        }
    }

    private Connection connect(String role, String database, String tls) throws SQLException {
        return connect(role, database, tls, suite.databasePassword(role));
    }

    private Connection connect(String role, String database, String tls, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", tls);
        properties.setProperty(
                "sslrootcert", suite.stack().home().caCertificate().toString());
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + suite.stack().postgres().port() + "/" + database, properties);
    }
}
