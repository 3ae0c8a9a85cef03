package health.lunaria.launcher;

import health.lunaria.launcher.process.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The witness of the audit log, in the place of the one in the second account. It knows one log: the key it verifies with is
 * the public half of what audit-service signs with in KMS, so it starts after KMS.
 */
final class WitnessPart implements Part {

    static final String NAME = "witness";

    private static final String LOG = "log.audit";
    private static final String WITNESS_NAME = "localhost/witness";
    private static final int HEAP_MEGABYTES = 48;
    private static final Path JAR = Path.of("deploy/local/witness/target/witness-0.1.0-SNAPSHOT.jar");

    private final Home home;
    private final Ports ports;
    private final KmsPart kms;

    WitnessPart(Home home, Ports ports, KmsPart kms) {
        this.home = home;
        this.ports = ports;
        this.kms = kms;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return ports.of(NAME);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    /** What audit-service has to know of its log and of the witness. */
    Map<String, String> settings() {
        return Map.of(
                "lunaria.audit.log.origin", origin(),
                "lunaria.audit.log.signing-key", kms.logSigningKeyId(),
                "lunaria.audit.verification.key", logKey(),
                "lunaria.audit.log.witness.url", endpoint(),
                "lunaria.audit.log.witness.key", PrivateFiles.read(keyFile()));
    }

    /** The log's key, as the witness was told it. */
    private String logKey() {
        return PrivateFiles.readProperties(configFile()).getProperty(LOG);
    }

    /**
     * The log's name, which is chosen once: signatures that exist were made for it, so it stays when the gateway moves to
     * another port.
     */
    private String origin() {
        Path file = home.config(NAME).resolve("log-origin");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, "localhost:" + home.port() + "/v1/audit/log");
        }
        return PrivateFiles.read(file);
    }

    @Override
    public void prepare() {
        PrivateFiles.write(
                configFile(),
                Map.of(
                        "port",
                        Integer.toString(port()),
                        "directory",
                        PrivateFiles.directory(home.in(NAME)).toString(),
                        "name",
                        WITNESS_NAME,
                        LOG,
                        LogKey.vkey(origin(), kms.logPublicKey())));
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES, null));
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-jar");
        command.add(home.repository().resolve(JAR).toString());
        command.add(configFile().toString());
        return command;
    }

    @Override
    public Optional<Path> program() {
        return Optional.of(home.repository().resolve(JAR));
    }

    @Override
    public boolean isReady() {
        return Probe.isUp(endpoint() + "/health");
    }

    /** Asks for the key that verifies its cosignatures; it makes one at its first start. */
    @Override
    public void complete() {
        PrivateFiles.write(keyFile(), Probe.text(endpoint() + "/key").strip());
    }

    private Path keyFile() {
        return home.config(NAME).resolve("verifier-key");
    }

    private Path configFile() {
        return home.config(NAME).resolve("witness.properties");
    }
}
