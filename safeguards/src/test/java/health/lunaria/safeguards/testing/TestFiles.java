package health.lunaria.safeguards.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An object store for one test run, in a process of its own (S3Mock), that can be taken away for a while. It is started at
 * the first use, so that tests without files do not wait for it; services know its address from the beginning.
 */
public final class TestFiles {

    public static final String BUCKET = "test-files";
    public static final String KMS_KEY = "5f2c8d8e-0f6b-4c0e-9b0e-2f6d1c8f7a11";

    private static final String REGION = "eu-west-1";
    private static final String ACCESS_KEY = "access-key";
    private static final int MEGABYTES = 160;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static TestFiles running;

    private final Wire wire = Wire.open();
    private S3AsyncClient client;

    private TestFiles() {}

    private static synchronized TestFiles instance() {
        if (running == null) {
            running = new TestFiles();
        }
        return running;
    }

    /** Starts it at the first call. */
    public static TestFiles start() {
        TestFiles files = instance();
        files.startProcess();
        return files;
    }

    /** What a service has to know; nobody needs to have started it. */
    static Map<String, String> properties() {
        return Map.of(
                "lunaria.s3.endpoint", instance().wire.endpoint(),
                "lunaria.s3.path-style-access", "true",
                "lunaria.s3.region", REGION,
                "lunaria.files.bucket", BUCKET,
                "lunaria.files.kms-key-id", KMS_KEY,
                "lunaria.s3.access-key-id", ACCESS_KEY,
                "lunaria.s3.secret-access-key", ACCESS_KEY,
                "lunaria.files.clean-up-every", "1s");
    }

    /** Runs something while nobody answers at the store's address, and brings it back. */
    public void whileAway(Runnable work) {
        wire.cut();
        try {
            work.run();
        } finally {
            wire.mend();
        }
    }

    public S3AsyncClient client() {
        return client;
    }

    /** A client of one's own, that lives as long as the tests. */
    public S3AsyncClient client(ExecutionInterceptor watcher) {
        return builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(watcher))
                .build();
    }

    public List<String> names() {
        return client.listObjectsV2(request -> request.bucket(BUCKET)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Of uploads that have not ended. */
    public List<String> unfinished() {
        return client.listMultipartUploads(request -> request.bucket(BUCKET)).join().uploads().stream()
                .map(MultipartUpload::key)
                .collect(Collectors.toList());
    }

    public byte[] read(String name) {
        return client.getObject(request -> request.bucket(BUCKET).key(name), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    public void write(String name, byte[] content) {
        client.putObject(request -> request.bucket(BUCKET).key(name), AsyncRequestBody.fromBytes(content))
                .join();
    }

    private synchronized void startProcess() {
        if (client != null) {
            return;
        }
        int port = freePort();
        launch(port);
        wire.connectTo(port);
        awaitAnswer(port);
        client = builder().build();
    }

    private S3AsyncClientBuilder builder() {
        return S3AsyncClient.builder()
                .endpointOverride(URI.create(wire.endpoint()))
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)));
    }

    private static void launch(int port) {
        try {
            Path directory = Files.createTempDirectory("s3mock");
            String root = System.getProperty("lunaria.root");
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + MEGABYTES + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    root + "/safeguards/target/s3mock/s3mock.jar",
                    "--server.address=127.0.0.1",
                    "--server.port=0",
                    "--http.port=" + port,
                    "--spring.main.allow-bean-definition-overriding=true",
                    "--spring.main.sources=file:" + root
                            + "/deploy/local/launcher/src/main/resources/s3mock/loopback.xml",
                    "--com.adobe.testing.s3mock.store.valid-kms-keys=arn:aws:kms:" + REGION + ":000000000000:key/"
                            + KMS_KEY);
            builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_ROOT", directory.toString());
            builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(new File(directory + ".log"))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitAnswer(int port) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!answers(port)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("S3Mock did not start");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean answers(int port) {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/" + BUCKET)
                    .toURL()
                    .openConnection();
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
