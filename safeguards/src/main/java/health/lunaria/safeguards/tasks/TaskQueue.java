package health.lunaria.safeguards.tasks;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.safeguards.aws.AwsCalls;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** The queue of this service, by the SQS API. A message's body is the id of a task and nothing else. */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskQueue {

    /** What one call takes. */
    static final int MAX_BATCH = 10;

    /** A message reappears after its task's lease ran out, never before. */
    private static final Duration BEYOND_LEASE = Duration.ofSeconds(2);

    /** Beyond the time that the queue itself waits for a message. */
    private static final Duration CALL_TIME_OUT = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsAsyncClient client;
    private final String url;
    private final Duration wait;
    private final Duration hidden;
    private volatile int maxReceives;

    TaskQueue(SqsAsyncClient client, TasksConfig config) {
        this.client = client;
        this.url = config.queueUrl();
        this.wait = config.receiveWait();
        this.hidden = config.lease().plus(BEYOND_LEASE);
    }

    /** @param receives how often it was received, this time included */
    record Message(String body, String receipt, int receives) {

        /** Empty when it is no message of ours. */
        Optional<UUID> task() {
            try {
                return Optional.of(UUID.fromString(body));
            } catch (IllegalArgumentException foreign) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param tasks 1 to {@value #MAX_BATCH}
     * @return those that the queue took
     */
    Uni<Set<UUID>> send(Collection<UUID> tasks) {
        List<SendMessageBatchRequestEntry> entries = tasks.stream()
                .map(task -> SendMessageBatchRequestEntry.builder()
                        .id(task.toString())
                        .messageBody(task.toString())
                        .build())
                .toList();
        return AwsCalls.call(() ->
                        client.sendMessageBatch(request -> request.queueUrl(url).entries(entries)))
                .map(answer -> answer.successful().stream()
                        .map(SendMessageBatchResultEntry::id)
                        .map(UUID::fromString)
                        .collect(toSet()));
    }

    /** One message, hidden from others for as long as a lease; empty when none came in time. */
    Uni<Optional<Message>> receive() {
        Duration patience = wait.plus(CALL_TIME_OUT);
        ReceiveMessageRequest request = ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(1)
                .waitTimeSeconds((int) wait.toSeconds())
                .visibilityTimeout(seconds(hidden))
                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                .overrideConfiguration(
                        override -> override.apiCallTimeout(patience).apiCallAttemptTimeout(patience))
                .build();
        return AwsCalls.call(() -> client.receiveMessage(request))
                .map(answer -> answer.messages().stream().findFirst().map(TaskQueue::message));
    }

    private static Message message(software.amazon.awssdk.services.sqs.model.Message message) {
        String receives = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return new Message(message.body(), message.receiptHandle(), Integer.parseInt(receives));
    }

    Uni<Void> delete(Message message) {
        return AwsCalls.call(() ->
                        client.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receipt())))
                .replaceWithVoid();
    }

    /** Hides it from now on for as long as a lease. */
    Uni<Void> keep(Message message) {
        return hide(message, hidden);
    }

    /** Hides it from now on; not at all for zero. */
    Uni<Void> hide(Message message, Duration time) {
        return AwsCalls.call(() -> change(message, time)).replaceWithVoid();
    }

    /** Shows it again at a shutdown, whose thread may wait for it. */
    CompletionStage<?> showNow(Message message) {
        return change(message, Duration.ZERO);
    }

    private CompletionStage<ChangeMessageVisibilityResponse> change(Message message, Duration time) {
        return client.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(message.receipt()).visibilityTimeout(seconds(time)));
    }

    /**
     * After how many receives the queue itself moves a message to its dead letters. Asked once; fails for a queue that has
     * none, in which a task that always fails would go round for ever.
     */
    Uni<Integer> maxReceives() {
        if (maxReceives > 0) {
            return Uni.createFrom().item(maxReceives);
        }
        return AwsCalls.call(() -> client.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY)))
                .map(answer -> maxReceives(answer.attributes().get(QueueAttributeName.REDRIVE_POLICY)))
                .invoke(found -> maxReceives = found);
    }

    static int maxReceives(String redrivePolicy) {
        try {
            int found = redrivePolicy == null
                    ? 0
                    : JSON.readTree(redrivePolicy).path("maxReceiveCount").asInt();
            if (found > 0) {
                return found;
            }
        } catch (JsonProcessingException unreadable) {
            // Said below: as good as none.
        }
        throw new IllegalStateException("The queue of tasks has no dead-letter queue");
    }

    private static int seconds(Duration time) {
        return (int) time.plusMillis(999).toSeconds();
    }
}
