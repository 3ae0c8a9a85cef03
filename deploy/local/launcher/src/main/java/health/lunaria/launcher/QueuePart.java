package health.lunaria.launcher;

import health.lunaria.launcher.process.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * ElasticMQ in the place of SQS, with a queue and its dead letters for each service that has tasks. It verifies no
 * credentials: what is sent along is only there because the protocol wants it.
 */
public final class QueuePart implements Part {

    public static final String NAME = "queue";

    /** Services with tasks, as {@code elasticmq.conf} has their queues. */
    static final List<String> SERVICES = List.of("cycle-service", "profile-service");

    private static final Path PROGRAM = Path.of("deploy/local/queue");
    private static final int HEAP_MEGABYTES = 96;
    private static final int PEEKED = 10;
    private static final String NOT_VERIFIED = "not-verified";

    private final Home home;
    private final Ports ports;

    QueuePart(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /**
     * Dead letters of one service.
     *
     * @param since when the oldest of those that were looked at was handed to the queue
     */
    public record DeadLetters(String service, int count, Optional<Instant> since) {}

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
        PrivateFiles.directory(directory());
    }

    private Path directory() {
        return home.in(NAME);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    /** What a service with tasks is told. */
    Map<String, String> settings(String service) {
        return Map.of(
                "lunaria.sqs.endpoint",
                endpoint(),
                "lunaria.sqs.region",
                KmsPart.REGION,
                "lunaria.sqs.access-key-id",
                NOT_VERIFIED,
                "lunaria.sqs.secret-access-key",
                NOT_VERIFIED,
                "lunaria.tasks.queue-url",
                url(queue(service)));
    }

    private static String queue(String service) {
        return service.substring(0, service.indexOf('-')) + "-tasks";
    }

    private String url(String queue) {
        return endpoint() + "/000000000000/" + queue;
    }

    @Override
    public List<String> command() {
        Path program = home.repository().resolve(PROGRAM);
        List<String> command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES, null));
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dconfig.file=" + program.resolve("elasticmq.conf"));
        command.add("-Dqueue.port=" + port());
        command.add("-Dqueue.directory=" + directory());
        command.add("-cp");
        command.add(program.resolve("target/lib") + "/*");
        command.add("org.elasticmq.server.Main");
        return command;
    }

    @Override
    public boolean isReady() {
        return Probe.isUp(endpoint() + "/health");
    }

    /** Counts the dead letters, and looks at the first ones without taking them. */
    public List<DeadLetters> deadLetters() {
        try (SqsClient client = client()) {
            return SERVICES.stream()
                    .map(service -> deadLetters(client, service))
                    .toList();
        }
    }

    private DeadLetters deadLetters(SqsClient client, String service) {
        String dead = url(queue(service) + "-dead");
        int count = Integer.parseInt(attribute(client, dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
        Optional<Instant> since = client
                .receiveMessage(request -> request.queueUrl(dead)
                        .maxNumberOfMessages(PEEKED)
                        .visibilityTimeout(0)
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages()
                .stream()
                .map(QueuePart::sent)
                .min(Instant::compareTo);
        return new DeadLetters(service, count, since);
    }

    private static Instant sent(Message message) {
        return Instant.ofEpochMilli(
                Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)));
    }

    /**
     * Moves the dead letters back to their queues, by the call that does it in production, too: {@code StartMessageMoveTask}
     * of the SQS API. A task that was given up runs again when its message is there.
     */
    public void putBackDeadLetters() {
        try (SqsClient client = client()) {
            for (String service : SERVICES) {
                String arn = attribute(client, url(queue(service) + "-dead"), QueueAttributeName.QUEUE_ARN);
                client.startMessageMoveTask(request -> request.sourceArn(arn));
            }
        }
    }

    private static String attribute(SqsClient client, String url, QueueAttributeName name) {
        return client.getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
                .attributes()
                .get(name);
    }

    private SqsClient client() {
        return SqsClient.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.of(KmsPart.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(NOT_VERIFIED, NOT_VERIFIED)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
    }
}
