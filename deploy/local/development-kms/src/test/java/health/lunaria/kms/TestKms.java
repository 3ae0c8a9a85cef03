package health.lunaria.kms;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** A development KMS on a free port, and clients of it made by AWS's own SDK. */
final class TestKms implements AutoCloseable {

    static final Principal ADMINISTRATOR = new Principal("administrator", "ADMINID", "administrator-secret");
    static final Principal CYCLE = new Principal("cycle-service", "CYCLEID", "cycle-secret");
    static final Principal EPOCH_JOB = new Principal("epoch-job", "EPOCHJOBID", "epoch-job-secret");
    static final Principal BILLING = new Principal("billing-service", "BILLINGID", "billing-secret");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<AutoCloseable> clients = new ArrayList<>();
    private final DevelopmentKms server;

    private TestKms(Config config) {
        server = DevelopmentKms.start(config, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    static TestKms start(Path directory) {
        return start(directory, rootSecret(1), Clock.systemUTC());
    }

    static TestKms start(Path directory, byte[] rootSecret, Clock clock) {
        return new TestKms(config(directory, rootSecret, clock));
    }

    static Config config(Path directory, byte[] rootSecret, Clock clock) {
        return new Config(
                "test",
                0,
                "eu-west-1",
                directory,
                rootSecret,
                ADMINISTRATOR,
                List.of(CYCLE, BILLING),
                EPOCH_JOB,
                clock);
    }

    static byte[] rootSecret(int value) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) value);
        return secret;
    }

    String newKey(Principal principal) {
        return server.createKey(principal.name());
    }

    String newSigningKey(Principal principal) {
        return server.createSigningKey(principal.name());
    }

    String endpoint() {
        return server.endpoint();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    KmsClient as(Principal principal) {
        return client(principal, Region.EU_WEST_1, UrlConnectionHttpClient.create());
    }

    KmsClient client(Principal principal, Region region, SdkHttpClient http) {
        KmsClient client = KmsClient.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(principal.accessKeyId(), principal.secretAccessKey())))
                .httpClient(http)
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(Duration.ofSeconds(30)))
                .build();
        clients.add(client);
        clients.add(http);
        return client;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        server.close();
    }
}
