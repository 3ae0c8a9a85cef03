package health.lunaria.safeguards.encryption;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** Where KMS is, and as whom it is called, for a process that is no service: those have {@code quarkus.kms.*}. */
public record KmsAccess(URI endpoint, String region, String accessKeyId, String secretAccessKey) {

    /** No person waits for the job, so it may wait for KMS a little longer than a service does. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    KmsAsyncClient client() {
        return KmsAsyncClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().connectionTimeout(ATTEMPT))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                .build();
    }

    @Override
    public String toString() {
        return "KmsAccess[redacted]";
    }
}
