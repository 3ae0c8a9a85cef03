package health.lunaria.launcher;

import health.lunaria.launcher.postgres.Databases;
import health.lunaria.launcher.postgres.PostgresPart;
import health.lunaria.launcher.process.Processes;
import health.lunaria.launcher.tls.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./lunaria epoch}: runs the job that turns epochs, once for each keyring, one after the other, as a process with a
 * certificate, a database role and rights in KMS that are its own. In production a schedule does it.
 */
public final class EpochCommand {

    static final String NAME = "epoch-job";
    static final String USAGE = "epoch [--now]";

    private static final Path JAR = Path.of("epoch-job/target/epoch-job-0.1.0-SNAPSHOT.jar");
    private static final int HEAP_MEGABYTES = 128;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Certificates certificates;
    private final KmsPart kms;
    private final PostgresPart postgres;

    EpochCommand(
            Home home,
            Ports ports,
            Secrets secrets,
            Certificates certificates,
            KmsPart kms,
            PostgresPart postgres) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.certificates = certificates;
        this.kms = kms;
        this.postgres = postgres;
    }

    /**
     * @param now whether the open epochs are closed however young they are
     * @throws LauncherException if what it needs is down
     */
    public List<EpochTurned> run(boolean now) {
        if (!postgres.isReady() || !kms.isReady()) {
            throw new LauncherException("the stack is down: run ./lunaria up first");
        }
        certificates.provide(List.of(NAME));
        postgres.admitEpochJob();
        return ServicePart.NAMES.stream().map(service -> run(service, now)).toList();
    }

    private EpochTurned run(String service, boolean now) {
        Path file = home.config(NAME).resolve(service + ".properties");
        Path report = home.run().resolve(NAME + "-" + service + ".json");
        PrivateFiles.write(file, properties(service, now));
        Processes.run(command(file), report, home.log(NAME), PATIENCE);
        try {
            return EpochTurned.parse(service, Files.readString(report));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> command(Path file) {
        List<String> command = Jvm.command(HEAP_MEGABYTES, null);
        command.add("-jar");
        command.add(home.repository().resolve(JAR).toString());
        command.add(file.toString());
        return command;
    }

    private Map<String, String> properties(String service, boolean now) {
        Map<String, String> properties = new HashMap<>();
        properties.put("lunaria.epoch.service", service);
        if (now) {
            properties.put("lunaria.epoch.length", "0s");
        }
        properties.put("lunaria.database.host", "localhost:" + postgres.port());
        properties.put("lunaria.database.ca", home.caCertificate().toString());
        properties.put("lunaria.keyring.name", Databases.keyring(service.substring(0, service.indexOf('-'))));
        properties.put("lunaria.keyring.username", Databases.EPOCH_JOB);
        properties.put("lunaria.keyring.password", secrets.text(Databases.secret(Databases.EPOCH_JOB)));
        properties.put("lunaria.kms.endpoint", kms.endpoint());
        properties.put("lunaria.kms.region", KmsPart.REGION);
        properties.put("lunaria.kms.access-key-id", kms.accessKeyId(NAME));
        properties.put("lunaria.kms.secret-access-key", kms.secretAccessKey(NAME));
        properties.put("lunaria.tls.ca", home.caCertificate().toString());
        properties.put("lunaria.tls.certificate", certificates.certificate(NAME).toString());
        properties.put("lunaria.tls.key", certificates.key(NAME).toString());
        properties.put("lunaria.peers.audit", "https://localhost:" + ports.of("audit-service"));
        return properties;
    }
}
