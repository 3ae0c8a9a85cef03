package health.lunaria.safeguards.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * ElasticMQ as the local stack runs it, for one test run; it can be taken away for a while. A process of its own, because its
 * many libraries would stand on the class path of what is tested.
 */
public final class TestQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUEUE = "cycle-tasks";
    private static final String DEAD = QUEUE + "-dead";

    private static TestQueue running;

    private final Path directory;
    private final int port;
    private final SqsAsyncClient client;
    private Process process;

    private TestQueue() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            directory = Files.createTempDirectory("queue");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        begin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        client = SqsAsyncClient.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    /** Starts it at the first call. */
    public static synchronized TestQueue start() {
        if (running == null) {
            running = new TestQueue();
        }
        return running;
    }

    /** Runs something while the queue is away, and brings it back with the messages that it had. */
    public synchronized void whileAway(Runnable work) {
        end();
        try {
            work.run();
        } finally {
            begin();
        }
    }

    public void send(String body) {
        client.sendMessage(request -> request.queueUrl(url(QUEUE)).messageBody(body))
                .join();
    }

    /** Messages in the queue, those that are hidden included. */
    public int size() {
        return count(QUEUE);
    }

    public int deadLetters() {
        return count(DEAD);
    }

    /** As an operator does. */
    public void putBackDeadLetters() {
        String arn = client.getQueueAttributes(
                        request -> request.queueUrl(url(DEAD)).attributeNames(QueueAttributeName.QUEUE_ARN))
                .join()
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        client.startMessageMoveTask(request -> request.sourceArn(arn)).join();
    }

    /** All that it keeps on disk. */
    public List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(properties(endpoint()));
        properties.put("lunaria.tasks.queue-url", url(QUEUE));
        return properties;
    }

    /** Of a queue that is not there. */
    static Map<String, String> properties(String endpoint) {
        return Map.of(
                "lunaria.sqs.endpoint", endpoint,
                "lunaria.sqs.region", "eu-west-1",
                "lunaria.sqs.access-key-id", "not-verified",
                "lunaria.sqs.secret-access-key", "not-verified",
                "lunaria.tasks.queue-url", endpoint + "/000000000000/" + QUEUE);
    }

    private int count(String queue) {
        var visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        var hidden = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        var counts = client.getQueueAttributes(
                        request -> request.queueUrl(url(queue)).attributeNames(visible, hidden))
                .join()
                .attributes();
        return Integer.parseInt(counts.get(visible)) + Integer.parseInt(counts.get(hidden));
    }

    private String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    private String url(String queue) {
        return endpoint() + "/000000000000/" + queue;
    }

    private void begin() {
        Path home = Path.of(System.getProperty("lunaria.root"), "deploy/local/queue");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dconfig.file=" + home.resolve("elasticmq.conf"),
                        "-Dqueue.port=" + port,
                        "-Dqueue.directory=" + directory,
                        "-cp",
                        home.resolve("target/lib") + "/*",
                        "org.elasticmq.server.Main")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(directory.toFile(), "queue.log")));
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The queue did not start, see " + directory);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void end() {
        try {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
