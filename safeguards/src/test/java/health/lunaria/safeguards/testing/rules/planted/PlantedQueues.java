package health.lunaria.safeguards.testing.rules.planted;

import health.lunaria.safeguards.tasks.Tasks;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

public final class PlantedQueues {

    private PlantedQueues() {}

    static class SendsMessages {
        CompletableFuture<?> send(SqsAsyncClient client, String text) {
            return client.sendMessage(request -> request.messageBody(text));
        }
    }

    static class HoldsClient {
        SqsAsyncClient client;
    }

    static class AllowedSubmission {
        Tasks tasks;
    }
}
