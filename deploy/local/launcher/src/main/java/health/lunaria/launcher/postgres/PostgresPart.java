package health.lunaria.launcher.postgres;

import health.lunaria.launcher.Archives;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Part;
import health.lunaria.launcher.Ports;
import health.lunaria.launcher.PrivateFiles;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.process.Processes;
import health.lunaria.launcher.tls.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL 17 with durable writes, TLS 1.3 and SCRAM, and a log that never holds a value. Each role reaches the database
 * of its own name and nothing else.
 */
public final class PostgresPart implements Part {

    public static final String NAME = "postgres";

    private static final String VERSION = "17";
    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);
    private static final String ACCESS = """
            # Only over TLS, only with a password, each role only to the database of its own name; the job to the keyrings.
            hostssl  all       postgres  127.0.0.1/32  scram-sha-256
            hostssl  sameuser  all       127.0.0.1/32  scram-sha-256
            hostssl  %s  %s  127.0.0.1/32  scram-sha-256
            """.formatted(String.join(",", Databases.KEYRINGS), Databases.EPOCH_JOB);

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Certificates certificates;

    public PostgresPart(Home home, Ports ports, Secrets secrets, Certificates certificates) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.certificates = certificates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return ports.of(NAME);
    }

    @Override
    public void prepare() {
        if (!Files.isDirectory(binaries())) {
            unpack();
        }
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialize();
        }
        PrivateFiles.write(data().resolve("pg_hba.conf"), ACCESS);
        PrivateFiles.write(data().resolve("postgresql.conf"), settings());
    }

    @Override
    public List<String> command() {
        return asNobody(binaries().resolve("bin/postgres").toString(), "-D", data().toString());
    }

    @Override
    public boolean isReady() {
        return administration().isReady();
    }

    @Override
    public void complete() {
        administration().provide(Databases.ALL);
    }

    /** Lets the job that turns epochs in, and to nothing but what it needs of the keyrings. Services made their tables before. */
    public void admitEpochJob() {
        PrivateFiles.write(data().resolve("pg_hba.conf"), ACCESS);
        administration().provideEpochJob();
    }

    /** A fast shutdown (SIGINT): SIGTERM would wait for every client to leave. */
    @Override
    public void stop(Processes processes) {
        processes.find(NAME).ifPresent(process -> {
            Processes.run(
                    List.of("kill", "-INT", Long.toString(process.pid())),
                    Map.of(),
                    home.log(NAME),
                    Duration.ofSeconds(5));
            Processes.hasEnded(process, Duration.ofSeconds(30));
        });
        processes.stop(NAME, Duration.ofSeconds(10));
    }

    public Administration administration() {
        return new Administration(port(), secrets, home.caCertificate());
    }

    private Path data() {
        return PrivateFiles.directory(home.in("postgres"));
    }

    private Path binaries() {
        return home.cache().resolve("postgresql-" + VERSION);
    }

    private void unpack() {
        String resource = "postgres-" + system() + "-" + architecture() + ".txz";
        try (InputStream packed = getClass().getResourceAsStream("/" + resource)) {
            if (packed == null) {
                throw new LauncherException("There is no PostgreSQL for this kind of machine (" + resource + ")");
            }
            Archives.unpack(new XZInputStream(packed), binaries());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void initialize() {
        Path password = home.secrets().resolve("postgres-initial");
        PrivateFiles.write(password, secrets.text("postgres"));
        int code = Processes.run(
                asNobody(
                        binaries().resolve("bin/initdb").toString(),
                        "-D",
                        data().toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--data-checksums"),
                Map.of(),
                home.log(NAME),
                INITDB_PATIENCE);
        try {
            Files.delete(password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (code != 0) {
            throw new LauncherException("PostgreSQL cannot make its data directory; see " + home.log(NAME));
        }
    }

    private String settings() {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 128MB
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = scram-sha-256
                ssl = on
                ssl_min_protocol_version = 'TLSv1.3'
                ssl_cert_file = '%s'
                ssl_key_file = '%s'
                # Nothing that somebody wrote may reach the log.
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_error_verbosity = terse
                log_statement = none
                log_min_error_statement = panic
                log_min_duration_statement = -1
                log_connections = off
                log_timezone = 'UTC'
                timezone = 'UTC'
                """.formatted(port(), certificates.certificate(NAME), certificates.key(NAME));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
    private static List<String> asNobody(String... command) {
        List<String> wrapped = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            wrapped.addAll(List.of("unshare", "-U"));
        }
        wrapped.addAll(List.of(command));
        return wrapped;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
