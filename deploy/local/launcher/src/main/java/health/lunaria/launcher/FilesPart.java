package health.lunaria.launcher;

import health.lunaria.launcher.backup.SealedObjects;
import health.lunaria.launcher.process.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The object store: S3Mock, on the loopback interface, with its files in the home. It encrypts nothing and checks no
 * signature: what it gets was sealed before.
 */
final class FilesPart implements Part {

    static final String NAME = "files";

    /** Services with files; each has a bucket of its own. */
    static final List<String> SERVICES = List.of("cycle-service", "profile-service");

    private static final int HEAP_MEGABYTES = 128;
    private static final Path JAR = Path.of("deploy/local/launcher/target/s3mock/s3mock.jar");
    private static final Path LOOPBACK = Path.of("deploy/local/launcher/src/main/resources/s3mock/loopback.xml");

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    FilesPart(Home home, Ports ports, Secrets secrets) {
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

    /** What a service with files has to know. */
    Map<String, String> properties(String service) {
        Map<String, String> properties = new HashMap<>();
        properties.put("lunaria.s3.endpoint", endpoint());
        properties.put("lunaria.s3.path-style-access", "true");
        properties.put("lunaria.s3.region", KmsPart.REGION);
        properties.put(
                "lunaria.s3.access-key-id", "LOCAL" + secrets.text("s3-id").substring(0, 15));
        properties.put("lunaria.s3.secret-access-key", secrets.text("s3-secret"));
        properties.put("lunaria.files.bucket", bucket(service));
        properties.put("lunaria.files.kms-key-id", kmsKeyId());
        return properties;
    }

    private static String bucket(String service) {
        return service.substring(0, service.indexOf('-')) + "-files";
    }

    /** What backups hold: what people brought. Archives that they take away are made anew, and are gone after days anyway. */
    SealedObjects objects() {
        return new SealedObjects(endpoint() + "/" + bucket("cycle-service"), kmsKeyId());
    }

    private String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    /** S3Mock takes such keys only as it was told at its start; it does nothing with them. */
    private String kmsKeyId() {
        return secrets.text("s3-kms-key-id").replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5");
    }

    @Override
    public void prepare() {
        PrivateFiles.directory(directory());
    }

    private Path directory() {
        return home.in(NAME);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES, null));
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-jar");
        command.add(home.repository().resolve(JAR).toString());
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + ports.of(NAME + "-tls"));
        command.add("--http.port=" + port());
        command.add("--spring.main.allow-bean-definition-overriding=true");
        command.add("--spring.main.sources=file:" + home.repository().resolve(LOOPBACK));
        command.add("--com.adobe.testing.s3mock.store.valid-kms-keys=arn:aws:kms:" + KmsPart.REGION
                + ":000000000000:key/" + kmsKeyId());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "COM_ADOBE_TESTING_S3MOCK_STORE_ROOT",
                directory().toString(),
                "COM_ADOBE_TESTING_S3MOCK_STORE_RETAIN_FILES_ON_EXIT",
                "true",
                "COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS",
                SERVICES.stream().map(FilesPart::bucket).collect(Collectors.joining(",")));
    }

    @Override
    public boolean isReady() {
        return SERVICES.stream().allMatch(service -> Probe.isUp(endpoint() + "/" + bucket(service)));
    }
}
