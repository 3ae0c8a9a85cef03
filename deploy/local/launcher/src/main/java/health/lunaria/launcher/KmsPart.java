package health.lunaria.launcher;

import health.lunaria.launcher.backup.BackupKind;
import health.lunaria.launcher.process.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * The development KMS, and in it one key per service that only this service can use, the one that audit-service signs its log
 * with, the one that profile-service signs receipts with, and those of backups.
 */
public final class KmsPart implements Part {

    public static final String NAME = "kms";
    public static final String REGION = "eu-west-1";

    private static final String AUDIT_SERVICE = "audit-service";
    private static final String LOG_SIGNING_KEY = "audit-service-log-signing";
    private static final String PROFILE_SERVICE = "profile-service";
    private static final String RECEIPT_SIGNING_KEY = "profile-service-receipt-signing";
    private static final String ADMINISTRATOR = "administrator";
    private static final List<String> BACKUP_PRINCIPALS =
            Arrays.stream(BackupKind.values()).map(BackupKind::principal).toList();
    private static final Path JAR = Path.of("deploy/local/development-kms/target/development-kms-0.1.0-SNAPSHOT.jar");

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    KmsPart(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return ports.of(NAME);
    }

    String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void prepare() {
        Map<String, String> properties = new HashMap<>();
        properties.put("profile", "local");
        properties.put("port", Integer.toString(port()));
        properties.put("region", REGION);
        properties.put("directory", home.in("kms").toString());
        properties.put("root-secret-file", secrets.file("kms-root").toString());
        properties.put("administrator", ADMINISTRATOR);
        properties.put("epoch-job", EpochCommand.NAME);
        for (String principal : principals()) {
            properties.put("principal." + principal + ".access-key-id", accessKeyId(principal));
            properties.put("principal." + principal + ".secret-access-key", secretAccessKey(principal));
        }
        PrivateFiles.write(configFile(), properties);
    }

    private static List<String> principals() {
        List<String> principals = new ArrayList<>(ServicePart.NAMES);
        principals.add(ADMINISTRATOR);
        principals.addAll(BACKUP_PRINCIPALS);
        principals.add(EpochCommand.NAME);
        return principals;
    }

    String accessKeyId(String principal) {
        return "LOCAL" + secrets.text("kms-id-" + principal).substring(0, 15).toUpperCase(Locale.ROOT);
    }

    String secretAccessKey(String principal) {
        return secrets.text("kms-secret-" + principal);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(64, null));
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

    /** Makes each service's first key and those that sign, once. */
    @Override
    public void complete() {
        Properties known = PrivateFiles.readProperties(keysFile());
        Map<String, String> keys = new HashMap<>();
        for (String service : ServicePart.NAMES) {
            keys.put(service, orElse(known, service, () -> createKey(service)));
        }
        keys.put(
                LOG_SIGNING_KEY,
                orElse(
                        known,
                        LOG_SIGNING_KEY,
                        () -> createSigningKey(AUDIT_SERVICE, "Signs the checkpoints of the log")));
        keys.put(
                RECEIPT_SIGNING_KEY,
                orElse(known, RECEIPT_SIGNING_KEY, () -> createSigningKey(PROFILE_SERVICE, "Signs receipts")));
        for (String principal : BACKUP_PRINCIPALS) {
            keys.put(principal, orElse(known, principal, () -> createBackupKey(principal)));
        }
        if (!keys.equals(known)) {
            PrivateFiles.write(keysFile(), keys);
        }
    }

    private static String orElse(Properties known, String name, Supplier<String> otherwise) {
        return known.containsKey(name) ? known.getProperty(name) : otherwise.get();
    }

    /**
     * The key of a service's first epoch, one that signs, or one for backups; later epochs have keys that the job makes.
     *
     * @return {@code null} if the stack was not up since there is such a key
     */
    public String keyId(String service) {
        return PrivateFiles.readProperties(keysFile()).getProperty(service);
    }

    /** The key that audit-service signs checkpoints with. */
    String logSigningKeyId() {
        return keyId(LOG_SIGNING_KEY);
    }

    /** The key that profile-service signs receipts with. */
    String receiptSigningKeyId() {
        return keyId(RECEIPT_SIGNING_KEY);
    }

    /** As a SubjectPublicKeyInfo. */
    byte[] logPublicKey() {
        try (KmsClient client = administrator()) {
            return client.getPublicKey(request -> request.keyId(logSigningKeyId()))
                    .publicKey()
                    .asByteArray();
        }
    }

    private String createKey(String service) {
        return create(service, request -> request.description("First epoch of " + service));
    }

    private String createBackupKey(String principal) {
        return create(principal, request -> request.description("Wraps the keys of backups"));
    }

    private String createSigningKey(String service, String description) {
        return create(
                service,
                request -> request.description(description)
                        .keySpec("ECC_NIST_EDWARDS25519")
                        .keyUsage(KeyUsageType.SIGN_VERIFY));
    }

    private String create(String service, Consumer<CreateKeyRequest.Builder> kind) {
        try (KmsClient client = administrator()) {
            return client.createKey(request -> kind.accept(
                            request.tags(tag -> tag.tagKey("lunaria:principal").tagValue(service))))
                    .keyMetadata()
                    .arn();
        }
    }

    private KmsClient administrator() {
        return client(ADMINISTRATOR);
    }

    /** A client that can do what the principal can. */
    public KmsClient client(String principal) {
        return KmsClient.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(accessKeyId(principal), secretAccessKey(principal))))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
    }

    private Path keysFile() {
        return home.config(NAME).resolve("keys.properties");
    }

    private Path configFile() {
        return home.config(NAME).resolve("kms.properties");
    }
}
