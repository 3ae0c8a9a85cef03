package health.lunaria.launcher;

import health.lunaria.launcher.keycloak.KeycloakPart;
import health.lunaria.launcher.postgres.Databases;
import health.lunaria.launcher.process.Probe;
import health.lunaria.launcher.tls.Certificates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the four services, run from its packaged jar. */
public final class ServicePart implements Part {

    public static final List<String> NAMES =
            List.of("profile-service", "cycle-service", "billing-service", "audit-service");

    /** What each of them is allowed. */
    public static final int HEAP_MEGABYTES = 192;

    private final String name;
    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Certificates certificates;
    private final KmsPart kms;
    private final QueuePart queue;
    private final KeycloakPart keycloak;
    private final FilesPart files;
    private final WitnessPart witness;
    private final Path jar;
    private final Path archive;

    /** @param jar another jar to run in the place of the packaged one, or {@code null} */
    ServicePart(
            String name,
            Home home,
            Ports ports,
            Secrets secrets,
            Certificates certificates,
            KmsPart kms,
            QueuePart queue,
            KeycloakPart keycloak,
            FilesPart files,
            WitnessPart witness,
            Path jar) {
        this.name = name;
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.certificates = certificates;
        this.kms = kms;
        this.queue = queue;
        this.keycloak = keycloak;
        this.files = files;
        this.witness = witness;
        this.jar = jar == null ? home.repository().resolve(name).resolve("target/quarkus-app/quarkus-run.jar") : jar;
        // The archive belongs to the packaged jar; another one would invalidate it at each change.
        this.archive = jar == null ? home.cache().resolve(name + ".jsa") : null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return ports.of(name);
    }

    String url() {
        return "https://localhost:" + port();
    }

    String readinessUrl() {
        return "http://127.0.0.1:" + managementPort() + "/q/health/ready";
    }

    public int managementPort() {
        return ports.of(name + "-management");
    }

    @Override
    public void prepare() {
        Jvm.forgetOutdated(archive, jar);
        String database = name.substring(0, name.indexOf('-'));
        String keyring = Databases.keyring(database);
        Map<String, String> properties = new HashMap<>();
        properties.put("lunaria.host", "127.0.0.1");
        properties.put("lunaria.port", Integer.toString(port()));
        properties.put("lunaria.management-port", Integer.toString(managementPort()));
        properties.put("lunaria.database.host", "localhost:" + ports.of("postgres"));
        properties.put("lunaria.database.name", database);
        properties.put("lunaria.database.username", database);
        properties.put("lunaria.database.password", secrets.text(Databases.secret(database)));
        properties.put("lunaria.database.ca", home.caCertificate().toString());
        properties.put("lunaria.keyring.name", keyring);
        properties.put("lunaria.keyring.username", keyring);
        properties.put("lunaria.keyring.password", secrets.text(Databases.secret(keyring)));
        properties.put("lunaria.tls.ca", home.caCertificate().toString());
        properties.put("lunaria.tls.certificate", certificates.certificate(name).toString());
        properties.put("lunaria.tls.key", certificates.key(name).toString());
        properties.put("lunaria.kms.endpoint", kms.endpoint());
        properties.put("lunaria.kms.region", KmsPart.REGION);
        properties.put("lunaria.kms.access-key-id", kms.accessKeyId(name));
        properties.put("lunaria.kms.secret-access-key", kms.secretAccessKey(name));
        properties.put("lunaria.kms.key-id", kms.keyId(name));
        properties.put("lunaria.oidc.issuer", keycloak.issuer());
        properties.put("lunaria.oidc.jwks-url", keycloak.jwksUrl());
        properties.put("lunaria.peers.profile", "https://localhost:" + ports.of("profile-service"));
        properties.put("lunaria.peers.cycle", "https://localhost:" + ports.of("cycle-service"));
        properties.put("lunaria.peers.billing", "https://localhost:" + ports.of("billing-service"));
        properties.put("lunaria.peers.audit", "https://localhost:" + ports.of("audit-service"));
        if (FilesPart.SERVICES.contains(name)) {
            properties.putAll(files.properties(name));
        }
        if (QueuePart.SERVICES.contains(name)) {
            properties.putAll(queue.settings(name));
        }
        if (name.equals("billing-service")) {
            properties.put("lunaria.stripe.webhook-secret", stripeWebhookSecret(secrets));
        }
        if (name.equals("cycle-service")) {
            properties.put("lunaria.calendar.origin", "https://localhost:" + home.port());
        }
        if (name.equals("profile-service")) {
            properties.put("lunaria.profile.receipt.signing-key", kms.receiptSigningKeyId());
            properties.put("lunaria.provider.realm-url", keycloak.realmUrl());
            properties.put("lunaria.provider.admin-url", keycloak.adminUrl());
            properties.put("lunaria.provider.client-secret", secrets.text("client-" + name));
        }
        if (name.equals("audit-service")) {
            properties.putAll(witness.settings());
        }
        PrivateFiles.write(configFile(), properties);
    }

    /** What Stripe would sign its notifications with. */
    public static String stripeWebhookSecret(Secrets secrets) {
        return "whsec_" + secrets.text("stripe-webhook");
    }

    Path configFile() {
        return home.config(name).resolve("application.properties");
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES, archive));
        command.add("-Dquarkus.config.locations=" + configFile());
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    @Override
    public Optional<Path> program() {
        return Optional.of(jar);
    }

    @Override
    public boolean isReady() {
        return Probe.isUp(readinessUrl());
    }
}
